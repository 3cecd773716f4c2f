import { type PlainAnswer, toResponse } from '@/lib/core/direct-answers';
import { guarded, preflight } from '@/lib/public-directory/api/guard';
import { answerPublicApi } from '@/lib/public-directory/api/routes';
import { unknownAddress } from '@/lib/public-directory/api/service';

export const dynamic = 'force-dynamic';

// whatever is asked at an address that does not exist: the answer is a problem like any other of this API
const nothingHere = guarded(unknownAddress);

/** Every address of the public API that has no route of its own in this folder. */
export async function GET(request: Request): Promise<Response> {
  return toResponse(await (answerPublicApi(request) ?? nothingHere(request, '')));
}
export const POST = GET;
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;

export function OPTIONS(): Response {
  const answer: PlainAnswer = preflight();
  return toResponse(answer);
}
