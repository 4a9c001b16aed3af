import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { showDateTime } from '../i18n/format';
import { AuditDiff } from './AuditDiff';
import { AuditActor, AuditedRecord, OperationChip } from './AuditWhat';
import type { AuditEntry } from './auditEntry';
import { useAuditNames } from './useAuditNames';

interface AuditCardsProps {
  entries: AuditEntry[];
  /** On the page of a record, its name need not be said again. */
  ofOneRecord?: boolean;
}

/** Changes one below the other, each with what changed. */
export function AuditCards({ entries, ofOneRecord = false }: AuditCardsProps) {
  const translate = useTranslate();
  const nameOf = useAuditNames(entries);
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {entries.map((entry) => (
        <Box
          component="li"
          key={entry.id}
          sx={{ px: 2, py: 1.5, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
        >
          <Stack
            direction="row"
            useFlexGap
            spacing={1}
            sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 0.5 }}
          >
            <OperationChip operation={entry.operation} />
            {!ofOneRecord && (
              <Typography component="span" sx={{ fontWeight: 600 }}>
                {translate(`khoi.audit.type.${entry.resource}`)} <AuditedRecord entry={entry} />
              </Typography>
            )}
            <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
              {showDateTime(entry.at)} · <AuditActor entry={entry} />
            </Typography>
          </Stack>
          <AuditDiff entry={entry} nameOf={nameOf} />
        </Box>
      ))}
    </Box>
  );
}
