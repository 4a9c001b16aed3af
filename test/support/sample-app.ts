import type { FastifyInstance } from 'fastify';
import { createApp } from '../../server/app';
import { loadSample } from '../../server/sample/load-sample';
import { createTestDatabase } from './database';
import { testConfig } from './test-config';

export interface SampleApp {
  app: FastifyInstance;
  close(): Promise<void>;
}

/** The API over the sample, or over an empty database, where it is noon of 15 March 2024. */
export async function openSampleApp({ sample = true } = {}): Promise<SampleApp> {
  const database = await createTestDatabase();
  if (sample) await loadSample(database.dataSource);
  const app = await createApp({
    dataSource: database.server,
    config: { ...testConfig, logLevel: 'silent' },
    clock: () => new Date('2024-03-15T05:00:00Z'),
  });
  return {
    app,
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
