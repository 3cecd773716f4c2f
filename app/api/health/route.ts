import { health } from '@/lib/public-directory/api/health';
import packageJson from '@/package.json';

export const dynamic = 'force-dynamic';

/** For load balancers and operators: 200 as long as residents are answered. */
export async function GET() {
  const state = await health(packageJson.version);
  return Response.json(state, {
    status: state.status === 'unavailable' ? 503 : 200,
    headers: { 'cache-control': 'no-store' },
  });
}
