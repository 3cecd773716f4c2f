import { guarded, methodNotAllowed, preflight } from '@/lib/public-directory/api/guard';
import { ping } from '@/lib/public-directory/api/service';

export const dynamic = 'force-dynamic';

export const GET = guarded(ping);
export const OPTIONS = preflight;
export const POST = methodNotAllowed;
export const PUT = methodNotAllowed;
export const PATCH = methodNotAllowed;
export const DELETE = methodNotAllowed;
