import EditIcon from '@mui/icons-material/Edit';
import { Box, IconButton, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { localName, percentSign, showNumber, showPeriod } from '../i18n/format';
import type { ProgrammeTarget } from './programmeObjective';
import { ReachedChip } from './ReachedChip';

interface TargetTableProps {
  targets: ProgrammeTarget[];
  onEdit: (id: string) => void;
}

function measured(value: string | null, { indicator }: ProgrammeTarget): string {
  if (value === null) return '–';
  const number = showNumber(value, indicator.decimals);
  return indicator.unitOfMeasure === '%' ? number + percentSign() : number;
}

/** What should be reached beside what was. Wide tables scroll in themselves on a phone. */
export function TargetTable({ targets, onEdit }: TargetTableProps) {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.targets.fields.${field}`);
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{label('indicator')}</TableCell>
            <TableCell>{label('period')}</TableCell>
            <TableCell align="right">{label('value')}</TableCell>
            <TableCell align="right">{label('actual')}</TableCell>
            <TableCell>{label('reached')}</TableCell>
            <TableCell />
          </TableRow>
        </TableHead>
        <TableBody>
          {targets.map((target) => (
            <TableRow key={target.id} hover>
              <TableCell sx={{ minWidth: 150 }}>{localName(target.indicator)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{showPeriod(target.period.code)}</TableCell>
              <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                {target.indicator.direction === 'LOWER_IS_BETTER' ? '≤ ' : '≥ '}
                {measured(target.value, target)}
              </TableCell>
              <TableCell align="right">{measured(target.actual, target)}</TableCell>
              <TableCell>
                <ReachedChip reached={target.reached} />
              </TableCell>
              <TableCell align="right">
                <IconButton
                  size="small"
                  onClick={() => onEdit(target.id)}
                  aria-label={`${translate('ra.action.edit')} ${localName(target.indicator)} ${showPeriod(target.period.code)}`}
                >
                  <EditIcon fontSize="small" />
                </IconButton>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
