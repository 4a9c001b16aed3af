import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { buildSchema } from '../../../server/graphql';
import { reported, reports, unit, worldOf } from '../../reference/builders';
import { Api } from '../../support/api';
import { graphql } from '../../support/client';
import { loadWorld } from '../../support/load-world';

const world = worldOf({
  units: [unit('ROOT', null), unit('A', 'ROOT')],
  indicators: [reported('flow', { periodType: 'YEAR' })],
  observations: reports('A', 'flow', { 2024: '5' }),
});

const hostile = [
  `'`,
  `''; drop table observation; --`,
  `' or '1'='1`,
  `") or true --`,
  `$1`,
  `:asOf`,
  `%`,
  `_`,
  `\\`,
  `\u0000`,
  `{1,2}`,
  `⭐ Đảng viên 'nữ' 100% "😀"`,
  `${'x'.repeat(5000)}`,
];

let api: Api;

beforeAll(async () => {
  api = await Api.open();
  await loadWorld(api.database.dataSource, world);
});
afterAll(() => api.close());

const schema = buildSchema();

/** A value for an argument, and the ways to replace one text in it by another. */
interface Filled {
  value: unknown;
  withText: ((text: string) => unknown)[];
}

/** Fills all fields, optional ones too, as deep as inputs go without meeting themselves again. */
function fill(type: GraphQLInputType, isWanted: boolean, above: string[] = []): Filled | null {
  if (!isWanted && !isNonNullType(type)) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const item = fill(nullable.ofType, true, above);
    return item && { value: [item.value], withText: item.withText.map((make) => (text) => [make(text)]) };
  }
  const named = getNamedType(nullable);
  if (isEnumType(named)) return { value: named.getValues()[0]?.name, withText: [] };
  if (isLeafType(named)) return fillLeaf(named.name);
  if (!isInputObjectType(named) || above.includes(named.name)) return null;
  return fillFields(Object.values(named.getFields()), [...above, named.name]);
}

function fillFields(fields: readonly (GraphQLInputField | GraphQLArgument)[], above: string[]): Filled {
  const filled = fields.flatMap((field) => {
    const found = fill(field.type, true, above);
    return found ? [{ name: field.name, ...found }] : [];
  });
  const value = Object.fromEntries(filled.map((field) => [field.name, field.value]));
  const required = Object.fromEntries(
    filled
      .filter(({ name }) => isNonNullType(fields.find((field) => field.name === name)?.type))
      .map((field) => [field.name, field.value]),
  );
  return {
    value,
    // Beside what is required alone: other fields would be refused together with it before it reaches any SQL.
    withText: filled.flatMap(({ name, withText }) =>
      withText.map((make) => (text) => ({ ...required, [name]: make(text) })),
    ),
  };
}

const leaves: Record<string, unknown> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: '2024-01-01',
  DateTime: '2024-01-01T00:00:00Z',
  Decimal: '1',
};

function fillLeaf(name: string): Filled {
  const takesText = ['String', 'ID', 'Date', 'DateTime', 'Decimal'].includes(name);
  return { value: leaves[name] ?? '1', withText: takesText ? [(text) => text] : [] };
}

function documentOf(
  kind: 'query' | 'mutation',
  { name, args, type }: GraphQLField<unknown, unknown>,
): string {
  const declared = args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const given = args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const selection = isLeafType(getNamedType(type)) ? '' : ' { __typename }';
  return args.length === 0
    ? `${kind} { ${name}${selection} }`
    : `${kind} (${declared}) { ${name}(${given})${selection} }`;
}

const operations = [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ['query', field] as const),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ['mutation', field] as const),
].map(([kind, field]) => [field.name, kind, field] as const);

/** What could have been lost: the tables with how many rows they have. */
async function tables(): Promise<unknown> {
  return api.database.dataSource.query(`
    select (select count(*) from pg_class where relkind in ('r', 'v')) as tables, (select count(*) from observation) as figures,
      (select count(*) from party_unit where code in ('ROOT', 'A')) as units`);
}

describe('hostile text in every text argument and field of an input', () => {
  it.each(operations)(
    'of %s',
    async (_, kind, field) => {
      const before = await tables();
      const document = documentOf(kind, field);
      const { withText } = fillFields(field.args, []);
      for (const make of withText) {
        for (const text of hostile) {
          const variables = make(text) as Record<string, unknown>;
          const { errors = [] } = await graphql(api.app, document, variables);
          const codes = errors.map(({ extensions }) => extensions.code);
          expect([variables, codes]).toEqual([
            variables,
            codes.filter((code) => code !== 'INTERNAL_SERVER_ERROR'),
          ]);
        }
      }
      expect(await tables()).toEqual(before);
    },
    60_000,
  );
});
