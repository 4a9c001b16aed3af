import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { localName, showPeriod } from '../i18n/format';
import type { Named } from './dashboard.queries';
import type { Scope } from './questions';
import type { ScopeChoice } from './useScope';

interface ScopeBarProps {
  roots: Named[];
  scope: Scope;
  choice: ScopeChoice;
}

/** What the dashboard is about. A single tree needs no choice of unit: its name is the heading. */
export function ScopeBar({ roots, scope, choice }: ScopeBarProps) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      {roots.length > 1 && (
        <TextField
          select
          label={translate('khoi.dashboard.unit')}
          value={scope.unit}
          onChange={(event) => choice.choose({ unit: event.target.value })}
          sx={{ width: { xs: '100%', sm: 320 } }}
        >
          {roots.map((root) => (
            <MenuItem key={root.code} value={root.code}>
              {localName(root)}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        select
        label={translate('khoi.dashboard.from')}
        sx={{ width: 110 }}
        value={scope.fromYear}
        onChange={(event) => choice.choose({ fromYear: event.target.value })}
      >
        {withChosen(choice.years, scope.fromYear).map((year) => (
          <MenuItem key={year} value={year}>
            {year}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={translate('khoi.dashboard.period')}
        sx={{ width: 180 }}
        value={scope.period}
        onChange={(event) => choice.choose({ period: event.target.value })}
      >
        {withChosen(choice.periods, scope.period).map((period) => (
          <MenuItem key={period} value={period}>
            {showPeriod(period)}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}

/** An address may name what is not in the list. */
const withChosen = (choices: string[], chosen: string) =>
  choices.includes(chosen) ? choices : [chosen, ...choices];
