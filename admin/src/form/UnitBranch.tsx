import ClosedIcon from '@mui/icons-material/ChevronRight';
import OpenIcon from '@mui/icons-material/ExpandMore';
import { Box, FormControlLabel, IconButton, Radio, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../dataProvider/useAsk';
import { localName } from '../i18n/format';
import { type TreeUnit, type UnitsOfTree, unitBranch } from './unitTree.queries';

/** The units directly below one; without one, the roots. */
export function UnitBranch({ parent }: { parent: string | null }) {
  const translate = useTranslate();
  const filter = parent === null ? { level: { eq: 1 } } : { parent: { eq: parent } };
  const { data, error } = useAsk<UnitsOfTree>(unitBranch, { filter });
  const units = data?.partyUnits.items;
  if (error) return <Typography role="alert">{error.message}</Typography>;
  if (!units) return null;
  if (units.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary', pl: 5, py: 0.5 }}>
        {translate('khoi.unit.noChildren')}
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, pl: parent === null ? 0 : 2.5 }}>
      {units.map((unit) => (
        <Branch key={unit.code} unit={unit} startsOpen={parent === null && units.length === 1} />
      ))}
    </Box>
  );
}

function Branch({ unit, startsOpen }: { unit: TreeUnit; startsOpen: boolean }) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(startsOpen);
  const name = localName(unit);
  return (
    <li>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <IconButton
          size="small"
          aria-expanded={isOpen}
          aria-label={translate(isOpen ? 'khoi.tree.close' : 'khoi.tree.open', { name })}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <OpenIcon fontSize="small" /> : <ClosedIcon fontSize="small" />}
        </IconButton>
        <FormControlLabel value={unit.code} control={<Radio size="small" sx={{ py: 0.5 }} />} label={name} />
      </Box>
      {isOpen && <UnitBranch parent={unit.code} />}
    </li>
  );
}
