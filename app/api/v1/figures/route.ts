import { toResponse } from '@/lib/core/direct-answers';
import { answerFigures } from '@/lib/indicators/figures-api';
import { guarded } from '@/lib/public-directory/api/guard';

export const dynamic = 'force-dynamic';

const answer = guarded(answerFigures);

/** Public figures; they come from the database, not from the directory in memory, so they have a route of their own. */
export async function GET(request: Request): Promise<Response> {
  return toResponse(await answer(request, ''));
}
