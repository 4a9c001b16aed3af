import type { ReactNode } from 'react';
import { Edit, ListButton, ShowButton, TopToolbar } from 'react-admin';
import { ConflictDialog } from './ConflictDialog';
import { useConflict } from './useConflict';

const Actions = () => (
  <TopToolbar>
    <ListButton />
    <ShowButton />
  </TopToolbar>
);

/** Waits for the server, so that its errors appear at the fields; a conflict shows both values. */
export function ResourceEdit({ children, hasShow = true }: { children: ReactNode; hasShow?: boolean }) {
  const { conflict, onError, settled } = useConflict();
  return (
    <Edit
      emptyWhileLoading
      mutationMode="pessimistic"
      redirect={hasShow ? 'show' : 'list'}
      mutationOptions={{ onError }}
      actions={hasShow ? <Actions /> : undefined}
    >
      {children}
      {conflict && <ConflictDialog conflict={conflict} onClose={settled} />}
    </Edit>
  );
}
