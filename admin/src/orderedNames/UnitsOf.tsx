import { Box, Typography } from '@mui/material';
import { Link, useGetList, useRecordContext, useTranslate } from 'react-admin';
import { showNumber } from '../i18n/format';

/** How many units have this kind or sector, leading to the list of them. */
export function UnitsOf({ field }: { field: 'kind' | 'sector' }) {
  const translate = useTranslate();
  const record = useRecordContext();
  const { total } = useGetList('partyUnits', {
    filter: { [field]: record?.code },
    pagination: { page: 1, perPage: 1 },
  });
  if (total === undefined) return null;
  const search = new URLSearchParams({ filter: JSON.stringify({ [field]: record?.code }) });
  return (
    <Box sx={{ px: 2, pb: 2 }}>
      <Typography>
        <Link to={`/partyUnits?${search}`}>
          {translate('khoi.unit.count', { smart_count: total, count: showNumber(total) })}
        </Link>
      </Typography>
    </Box>
  );
}
