import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth, { type AuthOptions } from 'next-auth';

// next-auth's addresses without Next: a small server hands each request to next-auth in the shape it knows from API
// routes, with the options that our route gives it.

const PREFIX = '/api/auth/';

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
}

function cookiesOf(request: IncomingMessage): Record<string, string> {
  const pairs = (request.headers.cookie ?? '').split(/;\s*/).filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1))]),
  );
}

/** Starts the server; whatever is not next-auth's is answered with 200 and the address asked for. */
export async function startNextAuth(port: number, optionsFor: (headers: Headers) => AuthOptions): Promise<Server> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://here');
    if (!url.pathname.startsWith(PREFIX)) {
      response.end(`${url.pathname}${url.search}`);
      return;
    }
    const asked = {
      method: request.method,
      headers: request.headers,
      cookies: cookiesOf(request),
      query: { ...Object.fromEntries(url.searchParams), nextauth: url.pathname.slice(PREFIX.length).split('/') },
      body: await bodyOf(request),
    };
    const answered = Object.assign(response, {
      status: (code: number) => {
        response.statusCode = code;
        return answered;
      },
      json: (body: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)),
      send: (body: unknown) =>
        typeof body === 'object' ? response.end(JSON.stringify(body)) : response.end(String(body ?? '')),
    });
    // next-auth asks for no more of them than this
    const [api, reply] = [asked as unknown as NextApiRequest, answered as unknown as NextApiResponse];
    await NextAuth(
      api,
      reply,
      optionsFor(new Headers({ 'x-client-address': '10.6.0.1', cookie: request.headers.cookie ?? '' })),
    );
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}
