import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function parseDate(value: unknown): string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    throw new GraphQLError(`Date cannot represent ${JSON.stringify(value)}: write it as YYYY-MM-DD.`);
  }
  const parsed = new Date(`${value}T00:00:00Z`);
  // The calendar of the database has no year 0.
  const isDay = !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === value;
  if (!isDay || value.startsWith('0000')) {
    throw new GraphQLError(`Date cannot represent "${value}": there is no such day.`);
  }
  return value;
}

/** A day of the calendar as text. A JavaScript Date would drag a time and a time zone into every comparison. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day of the calendar, written YYYY-MM-DD (ISO 8601).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: parseDate,
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : undefined),
});
