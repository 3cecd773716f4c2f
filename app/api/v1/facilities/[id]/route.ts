import { getFacility } from '@/lib/public-directory/api/facility-handlers';
import { methodNotAllowed, preflight } from '@/lib/public-directory/api/guard';
import { directoryRouteById } from '@/lib/public-directory/api/service';

export const dynamic = 'force-dynamic';

export const GET = directoryRouteById(getFacility);
export const OPTIONS = preflight;
export const POST = methodNotAllowed;
export const PUT = methodNotAllowed;
export const PATCH = methodNotAllowed;
export const DELETE = methodNotAllowed;
