import type { DocumentNode } from 'graphql';
import type { BuildQueryResult } from 'ra-data-graphql';
import { HttpError, type Identifier, type SortPayload } from 'react-admin';
import { documents } from './documents';
import { type ApiRecord, fromApi, toCreateInput, toUpdateInput } from './records';
import { type ResourceSchema, resourceSchema } from './resources';
import { toFilter } from './toFilter';

/** What react-admin hands over; which parts are there depends on the method. */
interface Params {
  id: Identifier;
  ids: Identifier[];
  target: string;
  data: Record<string, unknown>;
  previousData?: Record<string, unknown>;
  filter?: Record<string, unknown>;
  sort?: SortPayload;
  pagination?: { page: number; perPage: number };
}

// biome-ignore lint/suspicious/noExplicitAny: ra-data-graphql types answers so; each parser below states its own.
type Answer = { data: { result: any } };

const query = (
  document: DocumentNode | undefined,
  variables: Record<string, unknown>,
  parse: (result: Answer['data']['result']) => unknown,
): BuildQueryResult => {
  if (!document) throw new Error('The API has no such operation.');
  return { query: document, variables, parseResponse: ({ data }: Answer) => parse(data.result) };
};

function listVariables(params: Params, schema: ResourceSchema, extraFilter: Record<string, unknown> = {}) {
  const { filter, listArguments } = toFilter({ ...params.filter, ...extraFilter }, schema);
  const { field, order } = params.sort ?? {};
  const { page = 1, perPage = 25 } = params.pagination ?? {};
  // "id" is what react-admin sorts by when a list says nothing: the order of the API is better.
  const sort = field && field !== 'id' ? [{ field, order }] : [];
  return { filter, sort, page, perPage, ...listArguments };
}

/** The operation and its variables for each method of react-admin. The answer is always called `result`. */
export function buildQuery(method: string, resource: string, params: Params): BuildQueryResult {
  const schema = resourceSchema(resource);
  const document = documents[resource];
  if (!document) throw new Error(`No documents for "${resource}".`);
  const record = (answer: ApiRecord) => fromApi(answer, schema);
  const list = ({ items, total }: { items: ApiRecord[]; total: number }) => ({
    data: items.map(record),
    total,
  });

  switch (method) {
    case 'GET_LIST':
      return query(document.getList, listVariables(params, schema), list);
    case 'GET_MANY_REFERENCE':
      return query(document.getList, listVariables(params, schema, { [params.target]: params.id }), list);
    case 'GET_ONE':
      return query(document.getOne, { [schema.coded ? 'code' : 'id']: params.id }, (answer) => {
        if (!answer) throw new HttpError('ra.notification.item_doesnt_exist', 404);
        return { data: record(answer) };
      });
    case 'GET_MANY':
      return query(
        document.getMany,
        { filter: schema.coded ? { code: { in: params.ids } } : { ids: params.ids } },
        ({ items }: { items: ApiRecord[] }) => ({ data: items.map(record) }),
      );
    case 'CREATE':
      return query(document.create, { input: toCreateInput(params.data, schema) }, (answer) => ({
        data: record(answer),
      }));
    case 'UPDATE':
      return query(
        document.update,
        {
          id: params.previousData?.apiId ?? params.id,
          input: toUpdateInput(params.data, params.previousData, schema),
          version: params.previousData?.version,
        },
        (answer) => ({ data: record(answer) }),
      );
    case 'DELETE':
      return query(document.delete, { id: params.previousData?.apiId ?? params.id }, () => ({
        data: params.previousData ?? { id: params.id },
      }));
    case 'UPDATE_MANY':
      return query(
        document.updateMany,
        { ids: params.ids, input: toUpdateInput(params.data, undefined, schema) },
        (answer: ApiRecord[]) => ({ data: answer.map(({ id }) => id) }),
      );
    case 'DELETE_MANY':
      return query(document.deleteMany, { ids: params.ids }, () => ({ data: params.ids }));
    default:
      throw new Error(`The data provider does not know how to ${method}.`);
  }
}
