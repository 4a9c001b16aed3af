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
import type { RequestContext } from '../context';
import { AppError } from '../errors';

/**
 * What one query may ask for. A point is about a field of a row in the answer, which costs one to two microseconds: the
 * limit is a second of work, room for a page of a thousand units with everything about them and their parents.
 */
export const queryLimits = { tokens: 10_000, depth: 20, complexity: 500_000, questions: 25 };

/** Fields that are answered by a walk over the figures of the tree, however few rows of it are shown. */
const questionFields = new Set(['analytics', 'value', 'series']);

/** How many rows a relation is taken to have when the query does not say. */
const rowsOfRelation = 10;

const estimateCost: ComplexityEstimator = ({ args, field, childComplexity }) => {
  const rows = args.perPage ?? args.first;
  if (typeof rows === 'number') return 1 + Math.max(rows, 1) * childComplexity;
  const isRelation =
    isListType(getNullableType(field.type)) && field.name !== 'items' && field.name !== 'rows';
  return 1 + (isRelation ? rowsOfRelation : 1) * childComplexity;
};

/** Refuses a query that would keep the server busy, before anything of it is executed. */
export const queryLimitsPlugin: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request }) {
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
        const questions = countQuestions(document);
        if (questions > queryLimits.questions) {
          throw tooComplex(
            `it asks ${questions} questions about figures, where ${queryLimits.questions} are allowed`,
          );
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
        if (cost > queryLimits.complexity)
          throw tooComplex(`it costs ${cost} points, where ${queryLimits.complexity} are allowed`);
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

/** The same question about many units is one, which they share; an alias makes another. Rows have a `value` as well. */
function countQuestions(document: DocumentNode): number {
  let questions = 0;
  visit(document, {
    Field({ name, arguments: given }) {
      if (questionFields.has(name.value) && given?.length) questions += 1;
    },
  });
  return questions;
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
