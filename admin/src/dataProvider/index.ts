import type { DocumentNode } from 'graphql';
import buildGraphQLProvider from 'ra-data-graphql';
import type { DataProvider, Identifier } from 'react-admin';
import { buildQuery } from './buildQuery';
import { client } from './client';
import { documents } from './documents';
import { fromGraphQLError, toHttpError } from './errors';
import { LARGEST_PAGE, readPages } from './readPages';
import { resourceSchema } from './resources';

const crud = buildGraphQLProvider({
  client: client as never,
  introspection: false,
  buildQuery: () => buildQuery,
  query: () => ({ fetchPolicy: 'no-cache' }),
  mutation: () => ({ fetchPolicy: 'no-cache' }),
});

/** Any other operation, such as those of the dashboard. */
async function ask<Answer>(query: DocumentNode, variables: Record<string, unknown> = {}): Promise<Answer> {
  const { data, errors } = await client.query<Answer>({ query, variables, errorPolicy: 'all' });
  const first = errors?.[0];
  if (first) throw fromGraphQLError(first);
  return data;
}

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
) as DataProvider & { ask: typeof ask };
