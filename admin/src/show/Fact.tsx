import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useResourceContext, useTranslateLabel } from 'react-admin';

interface FactProps {
  source: string;
  label?: string;
  wide?: boolean;
  children: ReactNode;
}

/** One labelled value. What has none shows a dash, so that "not there" is not taken for "not loaded". */
export function Fact({ source, label, wide, children }: FactProps) {
  const translateLabel = useTranslateLabel();
  const resource = useResourceContext();
  const isEmpty = children === null || children === undefined || children === '';
  return (
    <Box sx={wide ? { gridColumn: '1 / -1' } : undefined}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translateLabel({ source, resource, ...(label && { label }) })}
      </Typography>
      <Typography component="div" sx={{ overflowWrap: 'anywhere' }}>
        {isEmpty ? '–' : children}
      </Typography>
    </Box>
  );
}
