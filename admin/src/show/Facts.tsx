import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Labelled values side by side, as many as fit; a phone has them below each other. */
export const Facts = ({ children }: { children: ReactNode }) => (
  <Box
    sx={{
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 210px), 1fr))',
      columnGap: 3,
      rowGap: 2,
      p: 2,
    }}
  >
    {children}
  </Box>
);
