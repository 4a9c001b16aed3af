import type { FastifyRequest } from 'fastify';

/** Whether a name or address is this machine's own, which no other reaches. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1');
  return (
    name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)
  );
}

/**
 * Whether a request came from this machine and not through a proxy, and asks for this machine by name: a page elsewhere can
 * have its own name point at 127.0.0.1.
 */
export function isLocalRequest({ ip, hostname, headers }: FastifyRequest): boolean {
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return !isForwarded && isLoopback(ip.replace(/^::ffff:/, '')) && isLoopback(hostname);
}
