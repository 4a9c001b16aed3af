import type { ReactNode } from 'react';
import { BulkDeleteButton, BulkExportButton, DataTable, type DataTableProps } from 'react-admin';

/** Deleting waits for the server: what is in use is said at once, not after the rows have vanished. */
const BulkActions = () => (
  <>
    <BulkExportButton />
    <BulkDeleteButton mutationMode="pessimistic" />
  </>
);

export const ResourceTable = ({ children, ...props }: DataTableProps & { children: ReactNode }) => (
  <DataTable rowClick="show" bulkActionButtons={<BulkActions />} {...props}>
    {children}
  </DataTable>
);
