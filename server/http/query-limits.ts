import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  getNullableType,
  isListType,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { Role } from '../../schema/access/role.enum';
import {
  type AnalyticsQuery,
  type PeriodSelection,
  UnitRelation,
} from '../../schema/analytics/analytics-query.inputs';
import { PeriodType } from '../../schema/period/period-type.enum';
import type { RequestContext } from '../context';
import { AppError } from '../errors';
import { monthsOf } from '../period/period';

/** What any query may ask for at most, whoever asks. */
export const queryLimits = { characters: 60_000, tokens: 5_000, depth: 20, aliases: 500, questions: 25 };

/**
 * What one query may cost. A point is a field of a row in the answer, or a value that has to be rolled up for it: 500,000 are room for
 * a page of a thousand units with everything about them and their parents, or for ten thousand rows of an answer with all fields.
 */
const budgets: Record<Role, number> = {
  [Role.VIEWER]: 200_000,
  [Role.ANALYST]: 500_000,
  [Role.EDITOR]: 500_000,
  [Role.APPROVER]: 500_000,
  [Role.ADMINISTRATOR]: 500_000,
};

/** Fields that are answered by a walk over the figures of the tree, however few rows of it are shown. */
const questionFields = new Set(['analytics', 'value', 'series']);

/** How many rows a relation is taken to have when the query does not say. */
const rowsOfRelation = 10;

const estimateCost: ComplexityEstimator = ({ args, field, childComplexity }) => {
  if (field.name === 'analytics') return 1 + valuesAsked(args.query) + (args.first ?? 1000) * childComplexity;
  const rows = args.perPage ?? args.first;
  if (typeof rows === 'number') return 1 + Math.max(rows, 1) * childComplexity;
  const isRelation =
    isListType(getNullableType(field.type)) && field.name !== 'items' && field.name !== 'rows';
  return 1 + (isRelation ? rowsOfRelation : 1) * childComplexity;
};

/** How many units a relation is taken to lead to, which only the database knows. */
const unitsInRelation: Record<UnitRelation, number> = {
  [UnitRelation.SELF]: 1,
  [UnitRelation.CHILDREN]: 100,
  [UnitRelation.DESCENDANTS]: 1000,
  [UnitRelation.LEVEL]: 1000,
};

/** Rows × periods × indicators: what has to be rolled up for an answer, however few rows of it are shown. */
function valuesAsked({ indicators, units, periods, granularity }: AnalyticsQuery): number {
  const relation = units.relation ?? UnitRelation.CHILDREN;
  const unitCount = units.codes?.length ?? unitsInRelation[relation];
  return indicators.length * unitCount * countPeriods(periods, granularity ?? null);
}

/** As far as the query tells; without a granularity, years are taken. What is malformed is refused later. */
function countPeriods({ codes, from, to }: PeriodSelection, granularity: PeriodType | null): number {
  if (codes) return codes.length;
  const years = Number(to?.slice(0, 4)) - Number(from?.slice(0, 4)) + 1;
  return years > 0 ? (years * 12) / monthsOf[granularity ?? PeriodType.YEAR] : 12;
}

/** Refuses a query that would keep the server busy, before anything of it is executed. */
export const queryLimitsPlugin: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request, contextValue }) {
        if (!operation) return;
        if (!schema.getRootType(operation.operation)) {
          const problem = `There is no ${operation.operation}: ask with query, change with mutation`;
          throw new AppError('OPERATION_RESOLUTION_FAILURE', { problem }, { http: { status: 400 } });
        }
        const variables = request.variables ?? {};
        // Wrong variables stop the execution anyway, which says everything that is wrong with them.
        if (getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return;

        const fragments = new Map(
          document.definitions
            .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
            .map((fragment) => [fragment.name.value, fragment]),
        );
        const { questions, aliases } = countFields(document);
        if (questions > queryLimits.questions) {
          throw tooComplex(
            `it asks ${questions} questions about figures, where ${queryLimits.questions} are allowed`,
          );
        }
        if (aliases > queryLimits.aliases) {
          throw tooComplex(`it has ${aliases} aliases, where ${queryLimits.aliases} are allowed`);
        }
        if (isTooDeep(operation.selectionSet, fragments)) {
          throw tooComplex(`it nests more than ${queryLimits.depth} levels deep`);
        }

        const cost = costOf({
          schema,
          query: document,
          variables,
          ...(operation.name && { operationName: operation.name.value }),
        });
        const budget = budgets[contextValue.access.highestRole ?? Role.VIEWER];
        contextValue.cost = { points: Math.ceil(cost), budget };
        if (cost > budget)
          throw tooComplex(`it costs ${Math.ceil(cost)} points, where ${budget} are allowed`);
      },

      async willSendResponse({ contextValue: { cost }, response: { body } }) {
        if (!cost || body.kind !== 'single') return;
        body.singleResult.extensions = { ...body.singleResult.extensions, cost };
      },
    };
  },
};

function costOf(options: Omit<Parameters<typeof getComplexity>[0], 'estimators'>): number {
  try {
    return getComplexity({ ...options, estimators: [estimateCost] });
  } catch (error) {
    const { message } = error as GraphQLError;
    if (message.includes('maximum allowed number of nodes'))
      throw tooComplex('its fragments unfold into too many fields');
    throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}

/**
 * How many fields ask about figures, and how many have a name of the client's. The same question about many units is one, which they
 * share; an alias makes another. Rows have a `value` as well.
 */
function countFields(document: DocumentNode): { questions: number; aliases: number } {
  let questions = 0;
  let aliases = 0;
  visit(document, {
    Field({ name, alias, arguments: given }) {
      if (questionFields.has(name.value) && given?.length) questions += 1;
      if (alias) aliases += 1;
    },
  });
  return { questions, aliases };
}

/** Before it is read: the parser would go through all of it up to the last token allowed. */
export function refuseLong(query: string): void {
  if (query.length <= queryLimits.characters) return;
  const problem = `it has more than ${queryLimits.characters} characters; long lists of codes go into variables`;
  throw new AppError('QUERY_TOO_COMPLEX', { problem });
}

function tooComplex(problem: string): AppError {
  return new AppError('QUERY_TOO_COMPLEX', { problem }, { http: { status: 400 } });
}

/**
 * Whether the answer nests deeper than is allowed. It looks no deeper than that, since a query of thousands of levels
 * would exhaust the stack; a spread counts as a level of that search, and a fragment is looked at once for each level.
 */
function isTooDeep(
  selectionSet: SelectionSetNode | undefined,
  fragments: Map<string, FragmentDefinitionNode>,
  level = 1,
  spreads = 0,
  seen = new Set<string>(),
): boolean {
  if (!selectionSet) return false;
  if (level > queryLimits.depth || spreads > queryLimits.depth * 5) return true;
  return selectionSet.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) {
      return isTooDeep(selection.selectionSet, fragments, level + 1, spreads, seen);
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return isTooDeep(selection.selectionSet, fragments, level, spreads + 1, seen);
    }
    const look = `${level} ${selection.name.value}`;
    if (seen.has(look)) return false;
    seen.add(look);
    return isTooDeep(fragments.get(selection.name.value)?.selectionSet, fragments, level, spreads + 1, seen);
  });
}
