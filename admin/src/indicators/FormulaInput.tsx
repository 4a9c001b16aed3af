import { Box } from '@mui/material';
import { required, TextInput } from 'react-admin';
import { useFormContext } from 'react-hook-form';

const monospace = { fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace' };

/** The formula in even letters, so that the place of an error can be pointed at. */
export const FormulaInput = () => (
  <>
    <TextInput
      source="formula"
      multiline
      validate={required()}
      helperText="khoi.indicator.formulaHelp"
      slotProps={{ htmlInput: { style: monospace, spellCheck: false, autoCapitalize: 'off' } }}
    />
    <FormulaErrorPlace />
  </>
);

/** Repeats the refused formula with its first wrong character marked; the error says its position. */
function FormulaErrorPlace() {
  const { getFieldState, getValues, formState } = useFormContext();
  const message = getFieldState('formula', formState).error?.message ?? '';
  const position = Number(/(?:position|vị trí) (\d+)/.exec(message)?.[1] ?? 0);
  const formula = String(getValues('formula') ?? '');
  if (!position || !formula) return null;
  const wrong = formula.slice(position - 1, position);
  return (
    <Box component="pre" aria-hidden sx={{ ...monospace, m: 0, mb: 1.5, px: 1.75, whiteSpace: 'pre-wrap' }}>
      {formula.slice(0, position - 1)}
      <Box component="mark" sx={{ bgcolor: 'error.main', color: 'error.contrastText', borderRadius: 0.5 }}>
        {wrong.trim() === '' ? '␣' : wrong}
      </Box>
      {formula.slice(position)}
    </Box>
  );
}
