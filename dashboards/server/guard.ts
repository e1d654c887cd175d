/**
 * Who may talk to the cockpit. There are no accounts: whoever reaches the address may press the buttons, so the address
 * is the loopback one unless somebody decides otherwise. What must be kept out is *another web page* in the operator's
 * own browser:
 *
 * - by DNS rebinding (its name points at our address): requests whose Host is a name that we do not know are refused.
 *   An IP address or `localhost` cannot be rebound.
 * - by cross-site requests: commands must come from our own origin and carry JSON, and no CORS header is ever sent.
 */
import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RefusalMessage } from './messages.js';

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Whether a Host header names this server in a way that no other page can make it do. */
export function isTrustedHost(host: string | undefined, allowedNames: readonly string[]): boolean {
  if (host === undefined) return false;
  const name = hostName(host);
  return name === 'localhost' || isIP(name) !== 0 || allowedNames.includes(name);
}

/** Whether a request comes from our own page, or from a program that is no browser (no Origin, no Sec-Fetch-Site). */
export function isSameOrigin(headers: FastifyRequest['headers']): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin, host } = headers;
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
}

/** Puts the guard before every route. `allowedNames`: host names under which the server is also known. */
export function addGuard(server: FastifyInstance, allowedNames: readonly string[]): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS);
    if (!isTrustedHost(request.headers.host, allowedNames)) {
      const name = hostName(request.headers.host ?? '');
      await reply.code(403).send(refusal(`host name ${name} is not known here; if it should be: --allow-host ${name}`));
    } else if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request.headers)) {
      await reply.code(403).send(refusal("commands are taken from the cockpit's own page only"));
    }
  });
}

function refusal(message: string): RefusalMessage {
  return { code: 'FORBIDDEN', message };
}

function hostName(host: string): string {
  const bracketed = /^\[(.*)\](?::\d+)?$/.exec(host);
  return (bracketed?.[1] ?? host.replace(/:\d+$/, '')).toLowerCase();
}
