import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { DeleteButton, EditButton, ListButton, Show, TopToolbar } from 'react-admin';

import { RecordHistory } from '../audit/RecordHistory';

const Actions = () => (
  <TopToolbar>
    <ListButton />
    <EditButton />
    <DeleteButton mutationMode="pessimistic" />
  </TopToolbar>
);

interface ResourceShowProps {
  children: ReactNode;
  /** Several cards instead of the usual one. */
  component?: 'div';
}

export const ResourceShow = ({ children, component }: ResourceShowProps) => (
  <Show
    emptyWhileLoading
    // Wide tables scroll in themselves instead of widening the page.
    sx={{ '& .RaShow-card': { minWidth: 0 } }}
    actions={<Actions />}
    {...(component && { component })}
  >
    {children}
    <Box sx={component ? undefined : { px: 2, pb: 2 }}>
      <RecordHistory />
    </Box>
  </Show>
);
