import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { createApp } from '../../server/app';
import { loadTrustedDocuments } from '../../server/http/read-document';
import { loadSample } from '../../server/sample/load-sample';
import { Sessions } from '../../server/session/sessions';
import { administrator } from './administrator';
import { createTestDatabase } from './database';
import { testConfig } from './test-config';

export interface SampleApp {
  app: FastifyInstance;
  dataSource: DataSource;
  /** The token of a new session of a user, as the cookie of a browser has it; of the administrator of tests unless said. */
  openSession(username?: string): Promise<string>;
  close(): Promise<void>;
}

/** The API over the sample, or over an empty database, where it is noon of 15 March 2024. */
export async function openSampleApp({ sample = true } = {}): Promise<SampleApp> {
  const database = await createTestDatabase();
  if (sample) await loadSample(database.dataSource);
  const { dataSource } = database;
  const clock = () => new Date('2024-03-15T05:00:00Z');
  const app = await createApp({
    dataSource: database.server,
    config: { ...testConfig, logLevel: 'silent', demoAccounts: 'THIS_MACHINE' },
    clock,
    trustedDocuments: loadTrustedDocuments(),
  });
  return {
    app,
    dataSource,
    async openSession(username = administrator.username) {
      const [user] = await dataSource.query('select id from app_user where username = $1::text', [username]);
      return new Sessions(dataSource, clock).open(user.id, { address: '127.0.0.1', userAgent: 'test' });
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
