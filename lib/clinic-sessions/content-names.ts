import 'server-only';
import { db } from '@/lib/db/client';
import type { ContentNames } from './page-schema';
import type { SessionContent } from './schema';

const NAMES = { name: true, nameEn: true } as const;

function byKey<Row>(
  rows: readonly Row[],
  key: (row: Row) => string,
  named: (row: Row) => ContentNames['experts'][string],
) {
  return Object.fromEntries(rows.map((row) => [key(row), named(row)]));
}

const bare = ({ name, nameEn }: { name: string; nameEn: string }) => ({ name, nameEn });

/**
 * What the ids and codes of contents are called. It asks nobody's scope: whoever reads a record reads who and what it
 * names, also an expert or a trainee who has left since.
 */
export async function readContentNames(
  contents: readonly SessionContent[],
  plannedExpertId: string | null,
): Promise<ContentNames> {
  const held = contents.filter((content) => content.held);
  const experts = held.flatMap(({ expert }) => (expert.presence === 'substitute' ? [expert.expertId] : []));
  const conditions = held.flatMap((content) => content.conditions);
  const [expertRows, traineeRows, conditionRows, techniqueRows] = await Promise.all([
    db().expert.findMany({
      where: { id: { in: plannedExpertId ? [...experts, plannedExpertId] : experts } },
      select: { id: true, ...NAMES },
    }),
    db().traineeDoctor.findMany({
      where: { id: { in: held.flatMap(({ trainees }) => trainees.map(({ traineeId }) => traineeId)) } },
      select: { id: true, ...NAMES },
    }),
    db().condition.findMany({
      where: {
        catalogueId: { in: conditions.map(({ catalogueId }) => catalogueId) },
        code: { in: conditions.map(({ code }) => code) },
      },
      select: { catalogueId: true, code: true, ...NAMES },
    }),
    db().technique.findMany({
      where: { code: { in: held.flatMap(({ techniques }) => techniques.map(({ code }) => code)) } },
      select: { code: true, ...NAMES },
    }),
  ]);
  return {
    experts: byKey(expertRows, ({ id }) => id, bare),
    trainees: byKey(traineeRows, ({ id }) => id, bare),
    conditions: byKey(conditionRows, ({ catalogueId, code }) => `${catalogueId}/${code}`, bare),
    techniques: byKey(techniqueRows, ({ code }) => code, bare),
  };
}
