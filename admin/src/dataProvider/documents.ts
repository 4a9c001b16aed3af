import { type DocumentNode, parse } from 'graphql';
import { type OperationKind, type ResourceSchema, resources } from './resources';

/** The operations of one resource, written out once when the page loads: nothing depends on introspection. */
export type ResourceDocuments = Partial<
  /** `resolveIds`: from codes to the ids that the many-forms of the API want. */
  Record<OperationKind | 'resolveIds', DocumentNode>
>;

const document = (source: string) => parse(source, { noLocation: true });

function resourceDocuments(schema: ResourceSchema): ResourceDocuments {
  const { type, one, many, create, update, updateMany, delete: deleteOne, deleteMany } = schema.names;
  const listFields = `id ${schema.isVersioned === false ? '' : 'version'} ${schema.listFields}`;
  const oneFields = `${listFields} ${schema.oneFields ?? ''}`;
  const extra = Object.entries(schema.listArguments ?? {});
  const declared = extra.map(([name, graphqlType]) => `, $${name}: ${graphqlType}`).join('');
  const passed = extra.map(([name]) => `, ${name}: $${name}`).join('');
  // A reference may point to a unit that was closed since.
  const closedToo = 'includeClosed' in (schema.listArguments ?? {}) ? ', includeClosed: true' : '';
  const key = schema.coded ? 'code: String!' : 'id: ID!';

  const sources: Record<OperationKind, string> = {
    getList: `query ${type}List($filter: ${type}Filter, $sort: [${type}Sort!], $page: Int!, $perPage: Int!${declared}) {
      result: ${many}(filter: $filter, sort: $sort, page: $page, perPage: $perPage${passed}) { items { ${listFields} } total }
    }`,
    getOne: `query ${type}One($${key}) {
      result: ${one}(${schema.coded ? 'code: $code' : 'id: $id'}) { ${oneFields} }
    }`,
    getMany: `query ${type}Many($filter: ${type}Filter!) {
      result: ${many}(filter: $filter, page: 1, perPage: 1000${closedToo}) { items { ${listFields} } }
    }`,
    create: `mutation ${type}Create($input: Create${type}Input!) {
      result: ${create}(input: $input) { ${oneFields} }
    }`,
    update: `mutation ${type}Update($id: ID!, $input: Update${type}Input!, $version: Int!) {
      result: ${update}(id: $id, input: $input, version: $version) { ${oneFields} }
    }`,
    updateMany: `mutation ${type}UpdateMany($ids: [ID!]!, $input: Update${type}Input!) {
      result: ${updateMany}(ids: $ids, input: $input) { id }
    }`,
    delete: `mutation ${type}Delete($id: ID!) { result: ${deleteOne}(id: $id) { id } }`,
    deleteMany: `mutation ${type}DeleteMany($ids: [ID!]!) { result: ${deleteMany}(ids: $ids) }`,
  };
  const wanted = schema.only ?? (Object.keys(sources) as OperationKind[]);
  return {
    ...Object.fromEntries(wanted.map((kind) => [kind, document(sources[kind])])),
    ...(schema.coded && {
      resolveIds: document(`query ${type}Ids($codes: [String!]!) {
        result: ${many}(filter: { code: { in: $codes } }, page: 1, perPage: 1000${closedToo}) { items { id code } }
      }`),
    }),
  };
}

export const documents: Record<string, ResourceDocuments> = Object.fromEntries(
  Object.entries(resources).map(([resource, schema]) => [resource, resourceDocuments(schema)]),
);
