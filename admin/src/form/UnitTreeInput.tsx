import {
  Alert,
  Box,
  FormControl,
  FormHelperText,
  FormLabel,
  RadioGroup,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import {
  InputHelperText,
  useGetOne,
  useInput,
  useResourceContext,
  useTranslate,
  useTranslateLabel,
} from 'react-admin';
import { localName } from '../i18n/format';
import { UnitBranch } from './UnitBranch';
import { UnitsFound } from './UnitsFound';

/** A unit, found by words or by opening the tree branch by branch; each is loaded when it is opened. */
export function UnitTreeInput({ source }: { source: string }) {
  const translate = useTranslate();
  const translateLabel = useTranslateLabel();
  const resource = useResourceContext();
  const [words, setWords] = useState('');
  const isChosen = (value: unknown) => (value ? undefined : 'khoi.tree.required');
  const { field, fieldState } = useInput({ source, validate: isChosen, defaultValue: '' });
  const label = translateLabel({ source, resource });
  return (
    <FormControl fullWidth error={fieldState.invalid} sx={{ mb: 1 }}>
      <FormLabel id="unit-tree-label">{label}</FormLabel>
      <Chosen code={field.value} />
      <TextField
        label={translate('khoi.tree.search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        slotProps={{ htmlInput: { type: 'search', autoComplete: 'off' } }}
      />
      <Box
        sx={{
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          maxHeight: 280,
          overflow: 'auto',
          px: 1,
          py: 0.5,
        }}
      >
        <RadioGroup
          aria-labelledby="unit-tree-label"
          name={source}
          value={field.value ?? ''}
          onChange={(event) => field.onChange(event.target.value)}
        >
          {words.trim() ? <UnitsFound words={words.trim()} /> : <UnitBranch parent={null} />}
        </RadioGroup>
      </Box>
      {fieldState.invalid && (
        <FormHelperText>
          <InputHelperText error={fieldState.error?.message} />
        </FormHelperText>
      )}
    </FormControl>
  );
}

function Chosen({ code }: { code: string }) {
  const translate = useTranslate();
  const { data } = useGetOne('partyUnits', { id: code }, { enabled: Boolean(code) });
  if (!code) return null;
  if (!data) return <Typography>{code}</Typography>;
  return (
    <Alert severity="success" icon={false} sx={{ my: 0.5, py: 0 }}>
      {translate('khoi.grant.below', { unit: localName(data) })}
    </Alert>
  );
}
