import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import compression from 'compression';
import next from 'next';
import { z } from 'zod';
import { env, giveBuiltSettings } from '@/lib/core/env';
import { ERROR_DOCUMENT_HEADERS } from '@/lib/core/error-document';
import { endEverything } from '@/lib/core/shutdown';
import { log } from '@/lib/log/logger';
import { inRequest, REQUEST_ID_HEADER, requestIdOf } from '@/lib/log/request-scope';
import { acceptedEncoding } from './answer-encoding';
import { CLIENT_ADDRESS_HEADER, clientAddress } from './client-address';
import { newNonce, type PolicySettings } from './content-policy';
import { isCrossSiteChange } from './cross-site';
import { decodableAddress } from './decodable-address';
import { answeredDirectly } from './direct-answers';
import { completeErrorDocument } from './error-documents';
import { observeRequest } from './observe-request';
import { addActions, carriesScripts, lightenScripts, scriptAddresses } from './page-scripts';
import { rewriteHtml } from './rewrite-html';
import { requireSecret } from './secret-check';
import { dataHeaders, forbidScripts, secureResponse } from './security-headers';

// The HTTP server around Next: security headers, compression with brotli, the client's address, only the scripts
// a page needs, an orderly stop.

const GRACE_MS = 10_000;

const builtFiles = z.object({ config: z.record(z.string(), z.unknown()) });

/** The host under which this process reaches itself, as it stands in an address. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * What the build has made of next.config.ts. Read from that file, the settings would bring the compilers into the
 * process, 60 MB of them, only to translate one page of TypeScript.
 */
async function builtSettings(): Promise<unknown> {
  return builtFiles.parse(JSON.parse(await readFile('.next/required-server-files.json', 'utf8'))).config;
}

function policySettings(): PolicySettings {
  const { siteUrl, TIANDITU_KEY, singleSignOn } = env();
  return {
    https: siteUrl.startsWith('https:'),
    tiles: TIANDITU_KEY !== undefined,
    signOnOrigin: singleSignOn && new URL(singleSignOn.issuer).origin,
  };
}

async function main() {
  const { PORT, HOST, TRUSTED_PROXIES, LATE_SCRIPTS, siteUrl } = env();
  await requireSecret();
  giveBuiltSettings(await builtSettings());
  // Next writes loopback addresses as localhost in rewrites; under any other name it would take them for another host's
  const app = next({ dev: false, hostname: 'localhost', port: PORT });
  await app.prepare();
  const handle = app.getRequestHandler();
  const compress = compression();
  const scripts = await scriptAddresses();
  const origin = `http://${reachable(HOST)}:${PORT}`;
  const policies = policySettings();
  const ofData = dataHeaders(policies);

  const answer = (request: IncomingMessage, response: ServerResponse, requestId: string) => {
    request.url = decodableAddress(request.url ?? '/');
    request.headers[CLIENT_ADDRESS_HEADER] = clientAddress(request, TRUSTED_PROXIES);
    if (answeredDirectly(request, response, ofData)) return;
    response.setHeader(REQUEST_ID_HEADER, requestId);
    const nonce = newNonce();
    secureResponse(request, response, nonce, policies);
    if (isCrossSiteChange(request, siteUrl)) {
      response.statusCode = 403;
      response.end('Cross-site request refused\n');
      return;
    }
    compress(request as never, response as never, () => {
      if (request.method !== 'HEAD')
        rewriteHtml(response, acceptedEncoding(request.headers['accept-encoding']), async (html) => {
          const { statusCode: status } = response;
          const { url = '/', headers } = request;
          const inner = ERROR_DOCUMENT_HEADERS.kind in headers;
          const asked = { url, cookie: headers.cookie, requestId, inner };
          const page = await completeErrorDocument({ html, status, nonce, ...asked }, origin);
          const sent =
            LATE_SCRIPTS === 'on' ? lightenScripts(page, scripts, nonce) : addActions(page, scripts.actions, nonce);
          if (!carriesScripts(sent)) forbidScripts(response, policies);
          return sent;
        });
      handle(request, response).catch((error: unknown) => {
        log.error({ err: error }, 'request failed');
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    });
  };

  const server = createServer((request, response) => {
    const requestId = requestIdOf(request.headers[REQUEST_ID_HEADER]);
    request.headers[REQUEST_ID_HEADER] = requestId;
    observeRequest(request, response, requestId);
    inRequest(requestId, () => answer(request, response, requestId));
  });
  server.keepAliveTimeout = 65_000;
  server.on('error', (error: NodeJS.ErrnoException) => {
    log.error(error.code === 'EADDRINUSE' ? `Port ${PORT} is taken; set PORT to another.` : { err: error });
    process.exit(1);
  });
  server.listen(PORT, HOST, () => log.info({ port: PORT }, 'serving'));

  const stop = () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    void Promise.all([closed, endEverything()]).then(() => process.exit(0));
    setTimeout(() => process.exit(0), GRACE_MS).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

await main().catch((error: unknown) => {
  log.error(error instanceof Error ? error.message : { err: error });
  process.exit(1);
});
