import type { IncomingMessage } from 'node:http';

/** The header that carries the client's address to our handlers; whatever a client sends under it is dropped. */
export const CLIENT_ADDRESS_HEADER = 'x-client-address';

/**
 * The address of the person at the other end: the socket's, or with trusted reverse proxies the entry of
 * X-Forwarded-For that the outermost of them wrote.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const socketAddress = request.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return socketAddress;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return forwarded.at(-trustedProxies) ?? forwarded[0] ?? socketAddress;
}
