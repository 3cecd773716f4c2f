import { metricsText } from '@/lib/public-directory/api/metrics';

export const dynamic = 'force-dynamic';

/** For Prometheus, with the token of METRICS_TOKEN; for everybody else there is nothing here. */
export async function GET(request: Request): Promise<Response> {
  const found = await metricsText(request.headers.get('authorization'));
  if (!found) return new Response('Not found\n', { status: 404, headers: { 'cache-control': 'no-store' } });
  return new Response(found.text, { headers: { 'content-type': found.contentType, 'cache-control': 'no-store' } });
}
