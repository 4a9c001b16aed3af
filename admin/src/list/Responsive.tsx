import { type Theme, useMediaQuery } from '@mui/material';
import type { ReactNode } from 'react';

/** A table needs room; a phone gets a list of lines. */
export function Responsive({ phone, desktop }: { phone: ReactNode; desktop: ReactNode }) {
  const isPhone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'), { noSsr: true });
  return isPhone ? phone : desktop;
}
