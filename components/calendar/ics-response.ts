import { createHash } from 'node:crypto';

/** A calendar changes when a stop notice is posted: five minutes is how long an old copy may be shown. */
const MAX_AGE_SECONDS = 300;

/** Answers a request for an iCalendar text, with an ETag so that a subscription costs little when nothing changed. */
export function icsResponse(request: Request, body: string, { filename }: { filename: string }): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = { etag, 'cache-control': `public, max-age=${MAX_AGE_SECONDS}` };
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${filename}"`,
    },
  });
}

/** Answers a calendar request that cannot be met, in words; a calendar program shows them to nobody, a person reads them. */
export function icsProblem(status: 400 | 404, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
