import 'server-only';
import { FILE_LIMITS } from '@/lib/registry/files/read-file';

/** What a file may hold, as pages say it. */
export const UPLOAD_LIMITS = { megabytes: FILE_LIMITS.bytes / 1_000_000, rows: FILE_LIMITS.rows } as const;
