import { Button, Dialog, DialogContent, DialogTitle } from '@mui/material';
import type { ReactNode } from 'react';
import {
  CreateBase,
  DeleteButton,
  EditBase,
  type RaRecord,
  SaveButton,
  SimpleForm,
  Toolbar,
  type TransformData,
  useGetResourceLabel,
  useNotify,
  useRefresh,
  useTranslate,
} from 'react-admin';
import { ConflictDialog } from '../form/ConflictDialog';
import { useConflict } from '../form/useConflict';

interface RecordDialogProps {
  resource: string;
  /** The record to edit; without it, a new one is made. */
  id?: string;
  /** What a new record starts with, such as the dimension that it belongs to. */
  record?: Partial<RaRecord>;
  /** From the form to what is sent. */
  transform?: TransformData;
  onClose: () => void;
  children: ReactNode;
}

/** A form over the page that shows the list of such records: for what lives inside another record. */
export function RecordDialog({ resource, id, record, transform, onClose, children }: RecordDialogProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const label = useGetResourceLabel()(resource, 1);
  const { conflict, onError, settled } = useConflict();

  const done = (message: string) => {
    notify(message, { type: 'info', messageArgs: { smart_count: 1 } });
    refresh();
    onClose();
  };
  const form = (
    <SimpleForm
      {...(record && { defaultValues: record })}
      toolbar={
        <Toolbar sx={{ gap: 1 }}>
          <SaveButton alwaysEnable />
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <span style={{ flex: 1 }} />
          {id && (
            <DeleteButton
              mutationMode="pessimistic"
              redirect={false}
              mutationOptions={{ onSuccess: () => done('ra.notification.deleted'), onError }}
            />
          )}
        </Toolbar>
      }
    >
      {children}
      {conflict && <ConflictDialog conflict={conflict} onClose={settled} />}
    </SimpleForm>
  );

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle sx={{ px: 2, pb: 0 }}>
        {id ? label : translate('ra.page.create', { name: label })}
      </DialogTitle>
      <DialogContent sx={{ p: 0 }}>
        {id ? (
          <EditBase
            resource={resource}
            id={id}
            mutationMode="pessimistic"
            redirect={false}
            transform={transform}
            mutationOptions={{ onSuccess: () => done('ra.notification.updated'), onError }}
          >
            {form}
          </EditBase>
        ) : (
          <CreateBase
            resource={resource}
            redirect={false}
            transform={transform}
            mutationOptions={{ onSuccess: () => done('ra.notification.created'), onError }}
          >
            {form}
          </CreateBase>
        )}
      </DialogContent>
    </Dialog>
  );
}
