import InboxIcon from '@mui/icons-material/Inbox';
import { Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { CanAccess, CreateButton, useResourceContext, useTranslate } from 'react-admin';

/** The first thing a new installation shows: what belongs here and what to do first. */
export function EmptyList({ children }: { children?: ReactNode }) {
  const translate = useTranslate();
  const resource = useResourceContext();
  return (
    <Stack spacing={2} sx={{ px: 2, py: 8, alignItems: 'center', textAlign: 'center', flex: 1 }}>
      <InboxIcon sx={{ fontSize: 64, color: 'text.disabled' }} aria-hidden />
      <Typography variant="h5" component="h2">
        {translate(`resources.${resource}.empty`)}
      </Typography>
      <CanAccess action="create">
        <Typography sx={{ maxWidth: 480, color: 'text.secondary' }}>
          {translate(`resources.${resource}.invite`)}
        </Typography>
        <CreateButton variant="contained" />
      </CanAccess>
      {children}
    </Stack>
  );
}
