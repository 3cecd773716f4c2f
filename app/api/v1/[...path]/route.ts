import { guarded, preflight } from '@/lib/public-directory/api/guard';
import { unknownAddress } from '@/lib/public-directory/api/service';

export const dynamic = 'force-dynamic';

// whatever is asked at an address that does not exist: the answer is a problem like any other of this API
export const GET = guarded(unknownAddress);
export const POST = GET;
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
export const OPTIONS = preflight;
