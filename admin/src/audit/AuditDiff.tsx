import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type AuditEntry, resourceOf } from './auditEntry';
import { type FieldChange, readDiff } from './readDiff';
import { showValue } from './showValue';
import type { NameOf } from './useAuditNames';

const grants = new Set(['Grant', 'ApiKey']);

/** A grant without a unit is one on the whole tree: worth telling, where else no value is. Whose it is, its name says. */
function withPlace({ resource, operation }: AuditEntry, changes: FieldChange[]): FieldChange[] {
  if (!grants.has(resource)) return changes;
  const told = changes.filter(({ field }) => field !== 'userId');
  if (operation === 'UPDATE' || told.some(({ field }) => field === 'unitId')) return told;
  return [...told, { field: 'unitId', before: null, after: null }];
}

/** What changed, field by field: as it was, crossed out, and as it is. */
export function AuditDiff({ entry, nameOf }: { entry: AuditEntry; nameOf: NameOf }) {
  const translate = useTranslate();
  const changes = withPlace(entry, readDiff(entry));
  const resource = resourceOf(entry.resource);
  /** In the words of the forms, where they have the field; what only the trace knows has words of its own, or its own name. */
  const label = (field: string) => {
    const alike = field.replace(/Id$/, '');
    return translate(`resources.${resource}.fields.${alike}`, {
      _: translate(`khoi.audit.fields.${alike}`, { _: alike }),
    });
  };
  const isNowhere = (field: string, value: unknown) =>
    field === 'unitId' && value === null && grants.has(entry.resource);
  const shown = (field: string, value: unknown) =>
    isNowhere(field, value)
      ? translate('khoi.grant.everywhere')
      : (nameOf(field, value) ?? showValue(field, value, translate));
  if (changes.length === 0) return <Typography variant="body2">{translate('khoi.audit.nothing')}</Typography>;
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(120px, max-content) 1fr' },
        columnGap: 2,
        rowGap: { xs: 0, sm: 0.25 },
        typography: 'body2',
      }}
    >
      {changes.map(({ field, before, after }) => (
        <Box key={field} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {label(field)}
          </Box>
          <Box
            component="dd"
            sx={{ m: 0, mb: { xs: 0.75, sm: 0 }, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}
          >
            {entry.operation !== 'INSERT' && (
              <Box component="del" sx={{ color: 'error.main', mr: entry.operation === 'UPDATE' ? 1 : 0 }}>
                {shown(field, before)}
              </Box>
            )}
            {entry.operation === 'UPDATE' && (
              <Box component="span" aria-hidden sx={{ mr: 1, color: 'text.secondary' }}>
                →
              </Box>
            )}
            {entry.operation !== 'DELETE' && (
              <Box component="ins" sx={{ color: 'success.main', textDecoration: 'none', fontWeight: 600 }}>
                {shown(field, after)}
              </Box>
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
