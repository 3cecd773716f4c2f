import { methodNotAllowed, preflight } from '@/lib/public-directory/api/guard';
import { listConditions } from '@/lib/public-directory/api/network-handlers';
import { directoryRoute } from '@/lib/public-directory/api/service';

export const dynamic = 'force-dynamic';

export const GET = directoryRoute(listConditions);
export const OPTIONS = preflight;
export const POST = methodNotAllowed;
export const PUT = methodNotAllowed;
export const PATCH = methodNotAllowed;
export const DELETE = methodNotAllowed;
