import { TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { FieldTitle, InputHelperText, useInput, useTranslate, type Validator } from 'react-admin';
import { showNumber } from '../i18n/format';
import { currentLocale } from '../i18n/i18nProvider';
import { parseDecimal } from '../i18n/number';

interface DecimalInputProps {
  source: string;
  label?: string;
  required?: boolean;
  validate?: Validator[];
  autoFocus?: boolean;
}

/**
 * A decimal in the person's own notation: 4.240 and 96,57 in Vietnamese. The form holds the decimal of the API; a text
 * that is no number in that notation is kept in the form as it is and refused there.
 */
export function DecimalInput({ source, label, required, validate = [], autoFocus }: DecimalInputProps) {
  const translate = useTranslate();
  const isDecimal = (value: unknown) =>
    value === null || value === undefined || value === '' || /^-?\d+(\.\d+)?$/.test(String(value))
      ? undefined
      : translate('khoi.number.invalid');
  const isRequired = (value: unknown) =>
    required && (value === null || value === undefined || value === '')
      ? 'ra.validation.required'
      : undefined;
  const {
    id,
    field,
    fieldState,
    isRequired: marked,
  } = useInput({
    source,
    validate: [isRequired, isDecimal, ...validate],
  });
  const [typed, setTyped] = useState(() => showNumber(field.value));

  // A value from outside (the record loaded, a conflict settled) replaces the text; what is being typed stays.
  useEffect(() => {
    setTyped((text) => (toValue(text) === String(field.value ?? '') ? text : toText(field.value)));
  }, [field.value]);

  return (
    <TextField
      id={id}
      name={field.name}
      inputRef={field.ref}
      value={typed}
      autoFocus={autoFocus}
      label={<FieldTitle label={label} source={source} isRequired={required ?? marked} />}
      error={fieldState.invalid}
      helperText={<InputHelperText error={fieldState.error?.message} />}
      onChange={(event) => {
        setTyped(event.target.value);
        field.onChange(toValue(event.target.value));
      }}
      onBlur={() => {
        setTyped(toText(field.value));
        field.onBlur();
      }}
      slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
    />
  );
}

/** Before a text that is no number, so that none is taken for one: "4.24" typed in Vietnamese is none. */
const REFUSED = '?';

const toValue = (typed: string) =>
  typed.trim() === '' ? '' : (parseDecimal(typed, currentLocale()) ?? `${REFUSED}${typed}`);

const toText = (value: unknown) =>
  String(value).startsWith(REFUSED) ? String(value).slice(1) : showNumber(value as string);
