import type { DocumentNode } from 'graphql';
import buildGraphQLProvider from 'ra-data-graphql';
import { type DataProvider, HttpError, type Identifier } from 'react-admin';
import { buildQuery } from './buildQuery';
import { client } from './client';
import { documents } from './documents';
import { fromGraphQLError, toHttpError } from './errors';
import { LARGEST_PAGE, readPages } from './readPages';
import { fromApi } from './records';
import { resourceSchema } from './resources';
import { type UnitName, unitName } from './unitName.queries';

const crud = buildGraphQLProvider({
  client: client as never,
  introspection: false,
  buildQuery: () => buildQuery,
  query: () => ({ fetchPolicy: 'no-cache' }),
  mutation: () => ({ fetchPolicy: 'no-cache' }),
});

/** Any other operation, such as those of the dashboard. */
async function ask<Answer>(document: DocumentNode, variables: Record<string, unknown> = {}): Promise<Answer> {
  const { data, errors } = isMutation(document)
    ? await client.mutate<Answer>({ mutation: document, variables, errorPolicy: 'all' })
    : await client.query<Answer>({ query: document, variables, errorPolicy: 'all' });
  const first = errors?.[0];
  if (first) throw fromGraphQLError(first);
  return data as Answer;
}

const isMutation = ({ definitions: [first] }: DocumentNode) =>
  first?.kind === 'OperationDefinition' && first.operation === 'mutation';

/** The many-forms of the API want ids, where react-admin knows codes. */
async function resolveIds(resource: string, ids: Identifier[]): Promise<Identifier[]> {
  const document = documents[resource]?.resolveIds;
  if (!document) return ids;
  const { result } = await ask<{ result: { items: { id: string }[] } }>(document, { codes: ids });
  return result.items.map(({ id }) => id);
}

const methods: DataProvider = {
  ...crud,
  async getList(resource, params) {
    const { perPage = 25 } = params.pagination ?? {};
    if (perPage <= LARGEST_PAGE) return crud.getList(resource, params);
    return readPages(perPage, (page, size) =>
      crud.getList(resource, { ...params, pagination: { page, perPage: size } }),
    );
  },
  /** Of a unit that only stands above what one's grants cover, its name can be shown. */
  async getOne(resource, params) {
    try {
      return await crud.getOne(resource, params);
    } catch (thrown) {
      const error = toHttpError(thrown);
      if (resource !== 'partyUnits' || !(error instanceof HttpError) || error.status !== 403) throw error;
      const { partyUnit } = await ask<UnitName>(unitName, { code: params.id });
      if (!partyUnit) throw error;
      return { data: { ...fromApi(partyUnit, resourceSchema(resource)), isOnlyName: true } as never };
    }
  },
  async updateMany(resource, params) {
    const ids = await resolveIds(resource, params.ids);
    await crud.updateMany(resource, { ...params, ids });
    return { data: params.ids };
  },
  async deleteMany(resource, params) {
    const ids = await resolveIds(resource, params.ids);
    await crud.deleteMany(resource, { ...params, ids });
    return { data: params.ids };
  },
  /** A delete without the record at hand (from a list) has to find the id first. */
  async delete(resource, params) {
    if (params.previousData || !resourceSchema(resource).coded) return crud.delete(resource, params);
    const [id] = await resolveIds(resource, [params.id]);
    return crud.delete(resource, { ...params, id: id ?? params.id });
  },
  ask,
};

export type KhoiDataProvider = DataProvider & { ask: typeof ask };

/** Every method, with its errors made showable. */
export const dataProvider = Object.fromEntries(
  Object.entries(methods).map(([name, method]) => [
    name,
    typeof method === 'function'
      ? (...parameters: unknown[]) =>
          Promise.resolve(method(...parameters)).catch((thrown: unknown) => {
            throw toHttpError(thrown);
          })
      : method,
  ]),
) as KhoiDataProvider;
