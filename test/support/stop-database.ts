import { rm } from 'node:fs/promises';

/** After the last test file. */
export default async function stopDatabase(): Promise<void> {
  const server = globalThis.testServer;
  await server?.stop();
  if (server) await rm(server.dataDir, { recursive: true, force: true });
}
