import { Stack } from '@mui/material';
import type { ReactNode } from 'react';

/** Short inputs side by side; a phone has them below each other. A gap, since spacing would take their own margins. */
export const InputRow = ({ children }: { children: ReactNode }) => (
  <Stack useFlexGap direction={{ xs: 'column', sm: 'row' }} sx={{ width: '100%', columnGap: 2, rowGap: 0 }}>
    {children}
  </Stack>
);
