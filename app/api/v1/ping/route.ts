import { toResponse } from '@/lib/core/direct-answers';
import { guarded } from '@/lib/public-directory/api/guard';
import { ping } from '@/lib/public-directory/api/service';

export const dynamic = 'force-dynamic';

const answer = guarded(ping);

/** Goes the framework's whole way on purpose: benchmarks measure by it what a route costs before it does anything. */
export async function GET(request: Request): Promise<Response> {
  return toResponse(await answer(request, ''));
}
