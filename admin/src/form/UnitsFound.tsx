import { Box, FormControlLabel, Radio, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useAsk } from '../dataProvider/useAsk';
import { localName } from '../i18n/format';
import { type UnitsOfTree, unitsFound } from './unitTree.queries';

/** Units that have the words, each with where it stands: names alone repeat in a large tree. */
export function UnitsFound({ words }: { words: string }) {
  const translate = useTranslate();
  const { data, error } = useAsk<UnitsOfTree>(unitsFound, { q: words.slice(0, 200) });
  if (error) return <Typography role="alert">{error.message}</Typography>;
  if (!data) return null;
  const { items, total } = data.partyUnits;
  return (
    <>
      {items.map((unit) => (
        <FormControlLabel
          key={unit.code}
          value={unit.code}
          control={<Radio size="small" sx={{ py: 0.5 }} />}
          sx={{ alignItems: 'flex-start' }}
          label={
            <>
              {localName(unit)}
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {[unit.code, ...unit.ancestors.map(localName)].join(' · ')}
              </Typography>
            </>
          }
        />
      ))}
      {total > items.length && (
        <Box sx={{ color: 'text.secondary', py: 0.5 }}>{translate('khoi.tree.more')}</Box>
      )}
      {total === 0 && <Box sx={{ color: 'text.secondary', py: 0.5 }}>{translate('khoi.tree.none')}</Box>}
    </>
  );
}
