import 'server-only';
import type { Actor } from '@/lib/access/actor';
import type { Result } from '@/lib/core/result';
import { exportList, type MadeFile, type Reader } from '@/lib/registry/files/export';
import { readJudged } from './health-facts';
import type { HealthFilter } from './health-schema';

/**
 * The entries of a list that have a problem, as a workbook of that list: put right in it and sent back, they are put right.
 * @returns NOT_FOUND for whoever may not take the list out
 */
export async function exportHealth(
  actor: Actor,
  { list, filter }: { list: string; filter: HealthFilter },
  reader: Reader,
): Promise<Result<MadeFile>> {
  const { problem, district } = filter;
  const ids = (await readJudged(actor))
    .filter(({ row, judged }) => judged.problems.has(problem) && (!district || row.districtCode === district))
    .map(({ row }) => row.id);
  return await exportList(actor, { list, format: 'xlsx', ids }, reader);
}
