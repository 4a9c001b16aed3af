import { type TablePaginationProps, type Theme, useMediaQuery } from '@mui/material';
import { type ComponentType, cloneElement, type ReactElement, type ReactNode } from 'react';
import { List, type ListProps, Pagination, useListContext, useTranslate } from 'react-admin';
import { showNumber } from '../i18n/format';
import { EmptyList } from './EmptyList';
import { csvExporter, type ExportColumn } from './exporter';
import { ListActions } from './ListActions';
import { ListError } from './ListError';

interface ResourceListProps extends Omit<ListProps, 'children' | 'exporter'> {
  children: ReactNode;
  filters: ReactElement[];
  exportColumns: ExportColumn[];
}

/** What all lists have in common. The order is the API's own until a column is chosen. */
export function ResourceList({ children, exportColumns, filters, ...props }: ResourceListProps) {
  const isPhone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'), { noSsr: true });
  return (
    <List
      perPage={25}
      empty={<EmptyList />}
      error={<ListError />}
      pagination={<PaginationOfAnswer />}
      // The error stands in place of the rows: to say it in passing too would be once too often.
      queryOptions={{ onError: () => undefined }}
      actions={<ListActions />}
      exporter={csvExporter(exportColumns)}
      filters={isPhone ? filters.map(searchAlone) : filters}
      {...props}
    >
      {children}
    </List>
  );
}

/** On a phone only the search stays open: the rows are what people came for. */
const searchAlone = (filter: ReactElement) =>
  cloneElement(filter as ReactElement<{ alwaysOn?: boolean }>, { alwaysOn: filter.key === 'q' });

/** What react-admin hands on to Material UI without declaring it. */
const LabelledPagination = Pagination as ComponentType<Pick<TablePaginationProps, 'labelDisplayedRows'>>;

/** Without an answer there are no pages to count. */
function PaginationOfAnswer() {
  const { error } = useListContext();
  const translate = useTranslate();
  if (error) return null;
  return (
    <LabelledPagination
      labelDisplayedRows={({ from, to, count }) =>
        translate('ra.navigation.page_range_info', {
          offsetBegin: showNumber(from),
          offsetEnd: showNumber(to),
          total: showNumber(count),
        })
      }
    />
  );
}
