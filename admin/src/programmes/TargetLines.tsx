import { List, ListItemButton, ListItemText } from '@mui/material';
import { useCanAccess, useTranslate } from 'react-admin';
import { localName, showPeriod } from '../i18n/format';
import { ReachedChip } from './ReachedChip';
import { actualOf, limitOf, type TargetsProps } from './targetValues';

/** The targets on a phone, where a table of six columns would have to be pushed sideways. A touch edits one. */
export function TargetLines({ targets, onEdit }: TargetsProps) {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'targets', action: 'edit' });
  const label = (field: string) => translate(`resources.targets.fields.${field}`);
  return (
    <List dense disablePadding>
      {targets.map((target) => (
        <ListItemButton
          key={target.id}
          divider
          disabled={!canAccess}
          onClick={() => onEdit(target.id)}
          sx={{ '&.Mui-disabled': { opacity: 1 } }}
          {...(canAccess && {
            'aria-label': `${translate('ra.action.edit')} ${localName(target.indicator)} ${showPeriod(target.period.code)}`,
          })}
        >
          <ListItemText
            primary={`${localName(target.indicator)}, ${showPeriod(target.period.code)}`}
            secondary={`${label('value')}: ${limitOf(target)} · ${label('actual')}: ${actualOf(target)}`}
            sx={{ mr: 1 }}
          />
          <ReachedChip reached={target.reached} />
        </ListItemButton>
      ))}
    </List>
  );
}
