import type { ReactNode } from 'react';
import { BulkDeleteButton, BulkExportButton, CanAccess, DataTable, type DataTableProps } from 'react-admin';

/** Deleting waits for the server: what is in use is said at once, not after the rows have vanished. */
const BulkActions = () => (
  <>
    <BulkExportButton />
    <CanAccess action="delete">
      <BulkDeleteButton mutationMode="pessimistic" />
    </CanAccess>
  </>
);

export const ResourceTable = ({ children, ...props }: DataTableProps & { children: ReactNode }) => (
  <DataTable rowClick="show" bulkActionButtons={<BulkActions />} {...props}>
    {children}
  </DataTable>
);
