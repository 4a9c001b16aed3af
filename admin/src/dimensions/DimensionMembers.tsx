import AddIcon from '@mui/icons-material/Add';
import EditIcon from '@mui/icons-material/Edit';
import {
  Button,
  Card,
  IconButton,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { CanAccess, NumberInput, type RaRecord, useRecordContext, useTranslate } from 'react-admin';
import { RecordDialog } from '../dialog/RecordDialog';
import { CodeInput, NameInputs } from '../form/NamedInputs';
import { localName } from '../i18n/format';

/** The members of a dimension, added and changed in place. */
export function DimensionMembers() {
  const translate = useTranslate();
  const dimension = useRecordContext();
  const [editing, setEditing] = useState<RaRecord | 'new' | null>(null);
  const members = (dimension?.members ?? []) as RaRecord<string>[];
  // What was reported undivided stays the last.
  const divided = members.filter(({ code }) => code !== 'unspecified');
  const next = Math.max(0, ...divided.map(({ sortOrder }) => Number(sortOrder))) + 1;
  const isNew = editing === 'new';

  return (
    <Card>
      <Stack direction="row" sx={{ p: 2, pb: 1, justifyContent: 'space-between', alignItems: 'center' }}>
        <Typography variant="h6" component="h3">
          {translate('resources.dimensions.fields.members')}
        </Typography>
        <CanAccess resource="dimensionMembers" action="create">
          <Button size="small" startIcon={<AddIcon />} onClick={() => setEditing('new')}>
            {translate('khoi.dimension.addMember')}
          </Button>
        </CanAccess>
      </Stack>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('resources.dimensionMembers.fields.code')}</TableCell>
            <TableCell>{translate('resources.dimensionMembers.fields.name')}</TableCell>
            <TableCell />
          </TableRow>
        </TableHead>
        <TableBody>
          {members.map((member) => (
            <TableRow key={member.id} hover>
              <TableCell>{member.code}</TableCell>
              <TableCell>{localName(member)}</TableCell>
              <TableCell align="right">
                <CanAccess resource="dimensionMembers" action="edit">
                  <IconButton
                    size="small"
                    onClick={() => setEditing(member)}
                    aria-label={`${translate('ra.action.edit')} ${localName(member)}`}
                  >
                    <EditIcon fontSize="small" />
                  </IconButton>
                </CanAccess>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {editing && (
        <RecordDialog
          resource="dimensionMembers"
          {...(isNew
            ? { record: { dimension: dimension?.id, sortOrder: next } }
            : { id: String(editing.id) })}
          onClose={() => setEditing(null)}
        >
          {isNew && <CodeInput />}
          <NameInputs />
          <NumberInput source="sortOrder" step={1} />
        </RecordDialog>
      )}
    </Card>
  );
}
