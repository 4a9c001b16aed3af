import type { ApolloServerPlugin } from '@apollo/server';
import {
  type FragmentDefinitionNode,
  GraphQLError,
  getNullableType,
  isListType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import type { RequestContext } from '../context';
import { AppError } from '../errors';

/**
 * What one query may ask for. A point is about a field of a row in the answer, which costs one to two microseconds: the
 * limit is a second of work, room for a page of a thousand units with everything about them and their parents.
 */
export const queryLimits = { tokens: 10_000, depth: 20, complexity: 500_000 };

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
        const variables = request.variables ?? {};
        // Wrong variables stop the execution anyway, which says everything that is wrong with them.
        if (getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return;

        const fragments = new Map(
          document.definitions
            .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
            .map((fragment) => [fragment.name.value, fragment]),
        );
        const depth = depthOf(operation.selectionSet, fragments);
        if (depth > queryLimits.depth) throw tooComplex(`${depth} levels`, `${queryLimits.depth} levels`);

        const cost = costOf({
          schema,
          query: document,
          variables,
          ...(operation.name && { operationName: operation.name.value }),
        });
        if (cost > queryLimits.complexity)
          throw tooComplex(`${cost} points`, `${queryLimits.complexity} points`);
      },
    };
  },
};

function costOf(options: Omit<Parameters<typeof getComplexity>[0], 'estimators'>): number {
  try {
    return getComplexity({ ...options, estimators: [estimateCost] });
  } catch (error) {
    const { message } = error as GraphQLError;
    if (message.includes('maximum allowed number of nodes')) throw tooComplex('too many fields', 'maximum');
    throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}

function tooComplex(cost: string, limit: string): AppError {
  return new AppError('QUERY_TOO_COMPLEX', { cost, limit }, { http: { status: 400 } });
}

/** How deep the answer nests. A fragment is measured once, however often it is spread. */
function depthOf(
  selectionSet: SelectionSetNode | undefined,
  fragments: Map<string, FragmentDefinitionNode>,
  measured = new Map<string, number>(),
): number {
  if (!selectionSet) return 0;
  const depths = selectionSet.selections.map((selection) => {
    if (selection.kind === Kind.FIELD) return 1 + depthOf(selection.selectionSet, fragments, measured);
    if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet, fragments, measured);
    const name = selection.name.value;
    const known = measured.get(name);
    if (known !== undefined) return known;
    const depth = depthOf(fragments.get(name)?.selectionSet, fragments, measured);
    measured.set(name, depth);
    return depth;
  });
  return Math.max(0, ...depths);
}
