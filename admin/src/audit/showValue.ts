import { showDate, showDateTime, showNumber } from '../i18n/format';

type Translate = (key: string, options?: Record<string, unknown>) => string;

const wordsOf: Record<string, string> = {
  role: 'khoi.role',
  type: 'khoi.change',
  periodType: 'khoi.enum.PeriodType',
  unitAggregation: 'khoi.enum.UnitAggregation',
  periodAggregation: 'khoi.enum.PeriodAggregation',
  direction: 'khoi.enum.Direction',
  fill: 'khoi.enum.Fill',
};
/** Digits that are no numbers: they keep their zeros and get no separators. */
const isText = new Set([
  'code',
  'name',
  'nameEn',
  'note',
  'source',
  'documentNumber',
  'username',
  'hint',
  'description',
]);

/** A value of the trace as the rest of the admin would show it. */
export function showValue(field: string, value: unknown, translate: Translate): string {
  if (value === null || value === undefined || value === '') return '–';
  if (value === '(secret)') return translate('khoi.audit.secret');
  if (typeof value === 'boolean') return translate(value ? 'ra.boolean.true' : 'ra.boolean.false');
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  const words = wordsOf[field];
  if (words) return translate(`${words}.${text}`, { _: text });
  if (isText.has(field)) return text;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return showDate(text);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return showDateTime(text);
  return field.endsWith('Id') ? `#${text}` : showNumber(text);
}
