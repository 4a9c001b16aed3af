import type { FastifyInstance } from 'fastify';
import type { Config } from './config';

const PORTS_TO_TRY = 20;

/**
 * Listens and returns the port. Without PORT the next free one is taken, so that a second checkout just starts; a port
 * that was asked for is that one or an error, since something else expects it there.
 */
export async function listen(app: FastifyInstance, config: Config): Promise<number> {
  for (let port = config.port; ; port += 1) {
    try {
      await listenQuietly(app, { host: config.host, port });
      return portOf(app);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES')
        throw new Error(`This user may not listen on port ${port}. Set PORT to 1024 or higher.`);
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
        throw new Error(
          `This machine does not have the address ${config.host}. Set HOST to one that it has.`,
        );
      }
      if (code !== 'EADDRINUSE') throw error;
      if (config.portIsFixed) {
        throw new Error(
          `Port ${port} is taken. Set PORT to another, or leave it out to take the next free one.`,
        );
      }
      if (port - config.port >= PORTS_TO_TRY) {
        throw new Error(`The ports from ${config.port} to ${port} are all taken. Set PORT to a free one.`);
      }
    }
  }
}

/** Fastify would log each address it listens on, beside the line for people that says `ready`. */
async function listenQuietly(app: FastifyInstance, options: { host: string; port: number }): Promise<void> {
  const { level } = app.log;
  if (level === 'info' || level === 'debug' || level === 'trace') app.log.level = 'warn';
  try {
    await app.listen(options);
  } finally {
    app.log.level = level;
  }
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}
