import { showNumber } from '../i18n/format';

/** A value of any field, as the API sent it. */
export function ConflictValue({ value }: { value: unknown }) {
  if (value === null || value === undefined || value === '') return <>–</>;
  if (typeof value === 'object' && 'code' in value) return <>{String(value.code)}</>;
  const text = String(value);
  return <strong>{/^-?\d+(\.\d+)?$/.test(text) ? showNumber(text) : text}</strong>;
}
