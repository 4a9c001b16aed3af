import { Box, Button, LinearProgress, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { AuditCards } from './AuditCards';
import type { AuditEntry } from './auditEntry';

const STEP = 10;

/** Where a unit stands and what it is called are records of their own in the trace, and one with the unit to a person. */
const historyOf = (type: string, id: string) =>
  type === 'PartyUnit' ? { unitId: id } : { resource: type, recordId: id };

/** The changes of one record, the newest first, some at a time. */
export default function RecordEntries({ type, recordId }: { type: string; recordId: string }) {
  const translate = useTranslate();
  const [perPage, setPerPage] = useState(STEP);
  const { data, total, error, isPending } = useGetList<AuditEntry>('auditEntries', {
    filter: historyOf(type, recordId),
    pagination: { page: 1, perPage },
  });
  if (error) return <Typography sx={{ p: 2 }}>{error.message}</Typography>;
  if (isPending) return <LinearProgress />;
  if (total === 0) return <Typography sx={{ p: 2 }}>{translate('khoi.audit.none')}</Typography>;
  return (
    <>
      <AuditCards entries={data ?? []} ofOneRecord />
      {(total ?? 0) > perPage && (
        <Box sx={{ px: 2, pb: 2 }}>
          <Button size="small" onClick={() => setPerPage(perPage + STEP)}>
            {translate('khoi.audit.more')}
          </Button>
        </Box>
      )}
    </>
  );
}
