import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** The one number of a card. What was not reported is said in words: it is not 0. */
export function BigNumber({ children }: { children: ReactNode }) {
  const translate = useTranslate();
  const isThere = children !== null && children !== undefined && children !== '';
  return (
    <Typography
      component="p"
      sx={{
        fontSize: isThere ? '2.25rem' : '1.25rem',
        fontWeight: 700,
        lineHeight: 1.2,
        color: isThere ? undefined : 'text.secondary',
      }}
    >
      {isThere ? children : translate('khoi.dashboard.none')}
    </Typography>
  );
}
