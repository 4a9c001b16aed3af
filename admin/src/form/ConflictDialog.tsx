import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '@mui/material';
import {
  useDataProvider,
  useEditContext,
  useNotify,
  useRedirect,
  useTranslate,
  useTranslateLabel,
} from 'react-admin';
import { ConflictValue } from './ConflictValue';
import type { Conflict } from './useConflict';

/** Somebody else saved first: both values side by side, and the person decides. Nothing is overwritten silently. */
export function ConflictDialog({ conflict, onClose }: { conflict: Conflict; onClose: () => void }) {
  const translate = useTranslate();
  const translateLabel = useTranslateLabel();
  const notify = useNotify();
  const redirect = useRedirect();
  const dataProvider = useDataProvider();
  const { resource, record, refetch } = useEditContext();
  const fields = Object.keys(conflict.submitted).filter((field) => field !== 'version');

  const takeTheirs = async () => {
    await refetch();
    onClose();
  };
  const keepMine = async () => {
    if (!record) return;
    try {
      const { data: current } = await dataProvider.getOne(resource, { id: record.id });
      const data = { ...current, ...conflict.submitted };
      await dataProvider.update(resource, { id: record.id, data, previousData: current });
      await refetch();
      onClose();
      notify('ra.notification.updated', { type: 'info', messageArgs: { smart_count: 1 } });
      redirect('show', resource, record.id);
    } catch (error) {
      notify((error as Error).message, { type: 'error' });
    }
  };

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">{translate('khoi.conflict.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{translate('khoi.conflict.explanation')}</DialogContentText>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('khoi.conflict.field')}</TableCell>
              <TableCell>{translate('khoi.conflict.theirs')}</TableCell>
              <TableCell>{translate('khoi.conflict.mine')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {fields.map((field) => (
              <TableRow key={field}>
                <TableCell>{translateLabel({ source: field, resource })}</TableCell>
                <TableCell>
                  <ConflictValue value={conflict.current[field]} />
                </TableCell>
                <TableCell>
                  <ConflictValue value={conflict.submitted[field]} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions>
        <Button onClick={takeTheirs}>{translate('khoi.conflict.takeTheirs')}</Button>
        <Button onClick={keepMine} variant="contained">
          {translate('khoi.conflict.keepMine')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
