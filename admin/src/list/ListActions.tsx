import {
  CreateButton,
  ExportButton,
  FilterButton,
  TopToolbar,
  useListContext,
  useNotify,
  useResourceDefinition,
} from 'react-admin';
import { LARGEST_PAGE } from '../dataProvider/readPages';
import { showNumber } from '../i18n/format';

/** What a browser still makes a file of at ease. */
const MOST_EXPORTED = 100_000;

/** An export has all that the filters leave, not a page of it; it says so where that takes a while or is too much. */
export function ListActions() {
  const notify = useNotify();
  const { total = 0 } = useListContext();
  const { hasCreate } = useResourceDefinition();
  const announce = () => {
    if (total > MOST_EXPORTED) {
      const most = showNumber(MOST_EXPORTED);
      notify('khoi.export.cut', { type: 'warning', messageArgs: { most, total: showNumber(total) } });
    } else if (total > LARGEST_PAGE) {
      notify('khoi.export.preparing', { messageArgs: { total: showNumber(total) } });
    }
  };
  return (
    <TopToolbar>
      <FilterButton />
      {hasCreate && <CreateButton />}
      <ExportButton disabled={total === 0} maxResults={MOST_EXPORTED} onClick={announce} />
    </TopToolbar>
  );
}
