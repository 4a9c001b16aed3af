import EditIcon from '@mui/icons-material/Edit';
import { Box, IconButton, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { CanAccess, useTranslate } from 'react-admin';
import { localName, showPeriod } from '../i18n/format';
import { ReachedChip } from './ReachedChip';
import { actualOf, limitOf, type TargetsProps } from './targetValues';

/** What should be reached beside what was. */
export function TargetTable({ targets, onEdit }: TargetsProps) {
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
              <TableCell>{localName(target.indicator)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{showPeriod(target.period.code)}</TableCell>
              <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                {limitOf(target)}
              </TableCell>
              <TableCell align="right">{actualOf(target)}</TableCell>
              <TableCell>
                <ReachedChip reached={target.reached} />
              </TableCell>
              <TableCell align="right">
                <CanAccess resource="targets" action="edit">
                  <IconButton
                    size="small"
                    onClick={() => onEdit(target.id)}
                    aria-label={`${translate('ra.action.edit')} ${localName(target.indicator)} ${showPeriod(target.period.code)}`}
                  >
                    <EditIcon fontSize="small" />
                  </IconButton>
                </CanAccess>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
