import { TextInput, useTranslate } from 'react-admin';
import { isPeriodOf, type PeriodTypeName, periodExample, toPeriodCode } from '../i18n/periodName';

interface PeriodInputProps {
  source: string;
  /** The only type of period that fits; without it, any does. */
  type?: PeriodTypeName | null;
  label?: string;
  required?: boolean;
  alwaysOn?: boolean;
  helperText?: false;
}

const types = Object.keys(periodExample) as PeriodTypeName[];

/** A period by its code; 8/2022 is understood as 2022-08 too. */
export function PeriodInput({ source, type, label, required, alwaysOn: _, helperText }: PeriodInputProps) {
  const translate = useTranslate();
  const allowed = type ? [type] : types;
  const examples = allowed.map((name) => periodExample[name]).join(', ');
  const fits = (value: string | null) => {
    if (!value) return required ? 'ra.validation.required' : undefined;
    if (allowed.some((name) => isPeriodOf(value, name))) return undefined;
    return translate('khoi.period.invalid', { examples });
  };
  return (
    <TextInput
      source={source}
      label={label}
      isRequired={required}
      validate={fits}
      parse={(typed: string) => toPeriodCode(typed)}
      placeholder={type ? periodExample[type] : examples}
      helperText={type ? translate(`khoi.period.of.${type}`, { example: periodExample[type] }) : helperText}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
