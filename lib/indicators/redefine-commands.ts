import 'server-only';
import type { z } from 'zod';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import { ok, type Result } from '@/lib/core/result';
import { invalidProblems, NOT_FOUND } from '@/lib/joint-clinics/answers';
import { readDefinitions } from './definition-queries';
import { redefinitionProblems } from './definition-rules';
import { inOneTransaction, invalid, STALE } from './form-answers';
import { redefineSchema } from './redefine-schema';

/**
 * Gives an indicator other words from a day on; earlier periods keep the version they were told in.
 * @returns INVALID with fields, NOT_FOUND for whoever defines nothing, CONFLICT when a newer version is there
 */
export async function redefineIndicator(actor: Actor, input: z.input<typeof redefineSchema>): Promise<Result<null>> {
  if (!mayI(actor, 'create', 'IndicatorDefinition')) return NOT_FOUND;
  const parsed = redefineSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, version, reviewedOn, nextReviewOn, validFrom, denominator, denominatorEn, ...words } = parsed.data;
  return await inOneTransaction(async (tx) => {
    const [versions] = await readDefinitions(tx, id);
    const latest = versions?.at(-1);
    if (!latest) return NOT_FOUND;
    if (latest.version !== version) return STALE;
    const problems = redefinitionProblems(latest, parsed.data, dateInShanghai(now()));
    if (problems.length > 0) return invalidProblems(problems);
    const place = await tx.indicatorDefinition.findUniqueOrThrow({
      where: { id_version: { id, version } },
      select: { groupNumber: true, sortOrder: true },
    });
    const { unit, decimals, source, deepestLevel } = latest;
    await tx.indicatorDefinition.create({
      data: {
        ...{ id, version: version + 1, ...place, unit, decimals, source, deepestLevel, ...words },
        denominator: latest.denominator === null ? null : denominator,
        denominatorEn: latest.denominator === null ? null : denominatorEn,
        author: actor.displayName,
        ...{ reviewedOn: toDbDate(reviewedOn), nextReviewOn: toDbDate(nextReviewOn), validFrom: toDbDate(validFrom) },
      },
      select: { id: true },
    });
    const told = ({
      name,
      tells,
      numerator,
      denominator,
    }: Pick<typeof latest, 'name' | 'tells' | 'numerator' | 'denominator'>) => ({
      ...{ name, tells, numerator, denominator },
    });
    await writeAudit(tx, actor, {
      event: 'indicator.redefined',
      object: { type: 'Indicator', id, label: words.name },
      before: { ...told(latest), version },
      after: { ...told({ ...words, denominator: denominator || null }), version: version + 1, validFrom },
      reason: words.reason,
    });
    return ok(null);
  });
}
