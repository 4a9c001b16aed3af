import type { FastifyRequest } from 'fastify';

/**
 * Whether a page of Khối itself sent a request, so that a cookie in it was meant. Browsers say so in Sec-Fetch-Site
 * (https://www.w3.org/TR/fetch-metadata/), older ones in Origin; who says neither is no browser and has no business with a cookie.
 */
export function isSameOrigin(request: FastifyRequest, publicUrl: URL | undefined): boolean {
  const { 'sec-fetch-site': site, origin, host } = request.headers;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin === undefined) return false;
  const own = [`${request.protocol}://${host}`, ...(publicUrl ? [publicUrl.origin] : [])];
  return own.includes(origin);
}

export function isJson(request: FastifyRequest): boolean {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';', 1);
  return /^application\/json$/i.test(type.trim());
}
