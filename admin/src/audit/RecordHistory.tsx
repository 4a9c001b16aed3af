import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Typography } from '@mui/material';
import { lazy, Suspense } from 'react';
import { CanAccess, useRecordContext, useResourceContext, useTranslate } from 'react-admin';
import { resourceSchema } from '../dataProvider/resources';

const RecordEntries = lazy(() => import('./RecordEntries'));

/** Who changed this record and what, for those who may see it; asked for when it is opened. */
export function RecordHistory() {
  const translate = useTranslate();
  const resource = useResourceContext() ?? '';
  const record = useRecordContext();
  if (!record || record.isOnlyName) return null;
  return (
    <CanAccess resource="auditEntries" action="list">
      <Accordion
        variant="outlined"
        disableGutters
        sx={{ '&, &.Mui-expanded': { mt: 2 }, '&&': { borderRadius: 2 } }}
        slotProps={{ transition: { unmountOnExit: true } }}
      >
        <AccordionSummary expandIcon={<ExpandMoreIcon />}>
          <Typography variant="h6" component="h3">
            {translate('khoi.audit.history')}
          </Typography>
        </AccordionSummary>
        <AccordionDetails sx={{ p: 0 }}>
          <Suspense>
            <RecordEntries
              type={resourceSchema(resource).names.type}
              recordId={String(record.apiId ?? record.id)}
            />
          </Suspense>
        </AccordionDetails>
      </Accordion>
    </CanAccess>
  );
}
