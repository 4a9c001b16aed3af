import { Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface SectionProps {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}

/** A card with a heading, and what can be done with what is in it. */
export const Section = ({ title, action, children }: SectionProps) => (
  <Card component="section" aria-label={title}>
    <Stack
      direction="row"
      sx={{ p: 2, pb: 1, justifyContent: 'space-between', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}
    >
      <Typography variant="h6" component="h2">
        {title}
      </Typography>
      {action}
    </Stack>
    {children}
  </Card>
);
