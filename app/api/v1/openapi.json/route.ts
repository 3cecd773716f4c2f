import { env } from '@/lib/core/env';
import { guarded, methodNotAllowed, preflight } from '@/lib/public-directory/api/guard';
import { openApiDocument } from '@/lib/public-directory/api/openapi';
import { openHeaders } from '@/lib/public-directory/api/problem';
import packageJson from '@/package.json';

export const dynamic = 'force-dynamic';

let text: string | undefined;

export const GET = guarded(() => {
  text ??= JSON.stringify(openApiDocument(env().siteUrl, packageJson.version));
  return new Response(text, { headers: openHeaders('application/json', 'public, max-age=300') });
});
export const OPTIONS = preflight;
export const POST = methodNotAllowed;
export const PUT = methodNotAllowed;
export const PATCH = methodNotAllowed;
export const DELETE = methodNotAllowed;
