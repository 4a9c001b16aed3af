import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { type AppOptions, createApp } from '../../server/app';
import { hashPassword } from '../../server/sign-in/password';
import { asAdministrator } from './administrator';
import { type GraphQLAnswer, graphql, query } from './client';
import { createTestDatabase, type TestDatabase } from './database';
import { auth, signIn } from './sign-in';
import { testConfig } from './test-config';

/** The password of everyone whom a test adds. */
export const password = 'chín phương trời mười phương đất';

type Sender = Record<string, string>;

/** The API over an empty database, at a time that a test moves on. */
export class People {
  private constructor(
    readonly database: TestDatabase,
    readonly app: FastifyInstance,
    /** What was logged, a JSON object a line. */
    readonly log: readonly string[],
    private readonly time: { now: Date },
  ) {}

  static async open(config: Partial<AppOptions['config']> = {}): Promise<People> {
    const database = await createTestDatabase();
    const time = { now: new Date('2025-06-01T05:00:00Z') };
    const log: string[] = [];
    const app = await createApp({
      dataSource: database.dataSource,
      config: { ...testConfig, logLevel: 'trace', ...config },
      clock: () => time.now,
      logStream: { write: (line) => log.push(line) },
    });
    return new People(database, app, log, time);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  pass(seconds: number): void {
    this.time.now = new Date(this.time.now.getTime() + seconds * 1000);
  }

  /** Makes someone with the password above, and with a role on the whole tree if one is named; answers the id. */
  async add(username: string, role: string | null = null): Promise<string> {
    const [made] = await this.database.dataSource.query<{ id: number }[]>(
      'insert into app_user (username, name, password_hash) values ($1::text, $1::text, $2::text) returning id',
      [username, await hashPassword(password)],
    );
    const id = String(made?.id);
    if (role !== null) {
      await this.ask('mutation ($input: CreateGrantInput!) { createGrant(input: $input) { id } }', {
        input: { userId: id, role },
      });
    }
    return id;
  }

  /** The header of a new session of someone. */
  signIn(username: string, secret = password): Promise<Sender> {
    return signIn(this.app, { username, password: secret });
  }

  post(
    path: string,
    body: object,
    headers: Sender = {},
    remoteAddress = '127.0.0.1',
  ): Promise<LightMyRequestResponse> {
    return this.app.inject({ ...auth(path, body, headers), remoteAddress });
  }

  /** The data of an operation that must succeed. */
  ask<Data = Record<string, never>>(
    document: string,
    variables: Record<string, unknown> = {},
    sender: Sender = asAdministrator,
  ): Promise<Data> {
    return query<Data>(this.app, document, variables, sender);
  }

  /** The code and message of the first error, with the status. */
  async refusal(
    document: string,
    variables: Record<string, unknown> = {},
    sender: Sender = asAdministrator,
  ): Promise<string> {
    const { status, errors, data }: GraphQLAnswer<unknown> = await graphql(
      this.app,
      document,
      variables,
      sender,
    );
    const [error] = errors ?? [];
    if (!error) throw new Error(`The operation succeeded: ${JSON.stringify(data)}`);
    return `${status} ${error.extensions.code}: ${error.message}`;
  }
}

/** The first error of an answer that is no GraphQL. */
export function errorOf(answer: LightMyRequestResponse): {
  message: string;
  extensions: Record<string, unknown>;
} {
  const { errors } = answer.json<{ errors: { message: string; extensions: Record<string, unknown> }[] }>();
  const [error] = errors;
  if (!error) throw new Error('There is no error.');
  return error;
}
