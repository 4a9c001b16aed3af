import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;

function parseDecimal(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.length > 60 || !decimal.test(text)) {
    throw new GraphQLError(
      `Decimal cannot represent ${JSON.stringify(value)}: write digits with a point, such as "4240" or "96.57".`,
    );
  }
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new GraphQLError(`Decimal cannot take ${value} as a JSON number without loss: send it as text.`);
  }
  return text;
}

/** Exact from the client to the database and back: carried as text, never as a floating-point number. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal number. It is answered as text ("96.57"); as input, text and numbers are both accepted.',
  // What was computed exactly may have more digits than anybody would send.
  serialize: String,
  parseValue: parseDecimal,
  parseLiteral: (node) =>
    parseDecimal(
      node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT
        ? node.value
        : undefined,
    ),
});
