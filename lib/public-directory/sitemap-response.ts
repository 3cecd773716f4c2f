/** XML as an answer that search engines may keep for an hour. */
export function xmlResponse(xml: string): Response {
  return new Response(xml, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
}

/** The answer while there is no directory yet: search engines come again. */
export function unavailableText(): Response {
  return new Response(null, { status: 503, headers: { 'retry-after': '60', 'cache-control': 'no-store' } });
}
