import type { ReactElement, ReactNode } from 'react';
import { List, type ListProps } from 'react-admin';
import { EmptyList } from './EmptyList';
import { csvExporter, type ExportColumn } from './exporter';
import { ListError } from './ListError';

interface ResourceListProps extends Omit<ListProps, 'children' | 'exporter'> {
  children: ReactNode;
  filters: ReactElement[];
  exportColumns: ExportColumn[];
}

/** What all lists have in common. The order is the API's own until a column is chosen. */
export const ResourceList = ({ children, exportColumns, ...props }: ResourceListProps) => (
  <List
    perPage={25}
    empty={<EmptyList />}
    error={<ListError />}
    exporter={csvExporter(exportColumns)}
    {...props}
  >
    {children}
  </List>
);
