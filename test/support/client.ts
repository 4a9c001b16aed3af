import type { FastifyInstance } from 'fastify';
import { asAdministrator } from './administrator';

export interface GraphQLFailure {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; hint?: string } & Record<string, unknown>;
}

export interface GraphQLAnswer<Data> {
  status: number;
  data?: Data | null;
  errors?: GraphQLFailure[];
}

/** Where a query goes: an app in this process, or the address of a server, such as http://127.0.0.1:4000. */
export type Target = FastifyInstance | string;

/** Sends an operation over HTTP and returns all of the answer, errors included; as the administrator of tests unless said. */
export async function graphql<Data = Record<string, unknown>>(
  target: Target,
  query: string,
  variables: Record<string, unknown> = {},
  sender: Record<string, string> = asAdministrator,
): Promise<GraphQLAnswer<Data>> {
  const { status, body } = await post(target, JSON.stringify({ query, variables }), sender);
  return { status, ...(JSON.parse(body) as Omit<GraphQLAnswer<Data>, 'status'>) };
}

/** The data of an operation that must succeed. */
export async function query<Data = Record<string, unknown>>(
  target: Target,
  document: string,
  variables: Record<string, unknown> = {},
  sender?: Record<string, string>,
): Promise<Data> {
  const { data, errors } = await graphql<Data>(target, document, variables, sender);
  if (errors || !data) throw new Error(`The operation failed: ${JSON.stringify(errors, null, 2)}`);
  return data;
}

async function post(
  target: Target,
  payload: string,
  sender: Record<string, string>,
): Promise<{ status: number; body: string }> {
  const headers = { 'content-type': 'application/json', ...sender };
  if (typeof target === 'string') {
    const response = await fetch(`${target}/graphql`, { method: 'POST', headers, body: payload });
    return { status: response.status, body: await response.text() };
  }
  const response = await target.inject({ method: 'POST', url: '/graphql', headers, payload });
  return { status: response.statusCode, body: response.body };
}
