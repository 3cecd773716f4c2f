import { type PlainAnswer, toResponse } from '@/lib/core/direct-answers';
import { env } from '@/lib/core/env';
import { guarded } from '@/lib/public-directory/api/guard';
import { openApiDocument } from '@/lib/public-directory/api/openapi';
import { openHeaders } from '@/lib/public-directory/api/problem';
import packageJson from '@/package.json';

export const dynamic = 'force-dynamic';

let text: string | undefined;

const answer = guarded((): PlainAnswer => {
  text ??= JSON.stringify(openApiDocument(env().siteUrl, packageJson.version));
  return { status: 200, headers: openHeaders('application/json', 'public, max-age=300'), body: text };
});

export async function GET(request: Request): Promise<Response> {
  return toResponse(await answer(request, ''));
}
