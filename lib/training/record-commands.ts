import 'server-only';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { getExpert } from './expert-queries';
import { recordCode } from './record-code';
import { issueSchema, type ServiceContent } from './record-schema';
import type { DayRange } from './schema';
import { getTrainee } from './trainee-queries';

// Whoever issues a record must be able to count all of it: the person, who keeps the person's record, and the city. A
// district counts only its own part of what an expert does, so it issues none.

const NOT_FOUND = err({ code: 'NOT_FOUND' });
type Issued = { content: ServiceContent; label: string; centreId?: string; traineeId?: string; expertId?: string };

async function traineeContent(actor: Actor, id: string, range: DayRange): Promise<Issued | null> {
  const keeps =
    actor.role === 'trainee' ||
    (await db().traineeDoctor.count({ where: { AND: [whereFor(actor, 'update', 'TraineeDoctor'), { id }] } })) > 0;
  const seen = keeps ? await getTrainee(actor, id, range) : null;
  if (!seen) return null;
  const { name, nameEn, centre, clinics, attendance, conditions, origin } = seen;
  return {
    label: name,
    centreId: centre.id,
    traineeId: id,
    content: {
      ...about(actor, range, clinics, origin),
      ...{ kind: 'trainee', name, nameEn, place: namesOf(centre) },
      ...attendance,
      conditions: conditions.length,
    },
  };
}

async function expertContent(actor: Actor, id: string, range: DayRange): Promise<Issued | null> {
  const keeps =
    actor.role === 'expert' ||
    (await db().expert.count({ where: { AND: [whereFor(actor, 'update', 'Expert'), { id }] } })) > 0;
  const seen = keeps ? await getExpert(actor, id, range) : null;
  if (!seen) return null;
  const { name, nameEn, hospital, title, clinics, presence, trainees, origin } = seen;
  return {
    label: name,
    expertId: id,
    content: {
      ...about(actor, range, clinics, origin),
      ...{ kind: 'expert', name, nameEn, title, place: namesOf(hospital) },
      ...presence,
      trainees: trainees.length,
    },
  };
}

function namesOf({ name, nameEn }: { name: string; nameEn: string }) {
  return { name, nameEn };
}

function about(actor: Actor, { from, to }: DayRange, clinics: Parameters<typeof namesOf>[0][], origin: string) {
  return {
    form: 1,
    ...{ from, to },
    issuedOn: dateInShanghai(now()),
    issuedAs: actor.role,
    clinics: clinics.map(namesOf),
    demonstration: origin === 'demonstration',
  } as const;
}

/**
 * Issues the service record of a trainee or an expert for a range of days, counted from the records as they are now.
 * @returns the code under which anybody may check it
 */
export async function issueServiceRecord(
  actor: Actor,
  input: z.input<typeof issueSchema>,
): Promise<Result<{ code: string }>> {
  if (!mayI(actor, 'create', 'ServiceRecord')) return NOT_FOUND;
  const parsed = issueSchema.safeParse(input);
  if (!parsed.success)
    return err({
      code: 'INVALID',
      problems: parsed.error.issues.map(({ path }) => ({ path: path.join('.'), messageKey: 'people.problem.field' })),
    });
  const { kind, id, from, to: until } = parsed.data;
  // what is to come is nothing that a record can say
  const today = dateInShanghai(now());
  const unfinished = until > today;
  const to = unfinished ? today : until;
  if (from > to) return err({ code: 'INVALID', problems: [{ path: 'from', messageKey: 'people.problem.field' }] });
  const issued = await (kind === 'trainee' ? traineeContent : expertContent)(actor, id, { from, to });
  if (!issued) return NOT_FOUND;
  const { content, label, centreId, traineeId, expertId } = issued;
  const issuedAt = now();
  const code = recordCode(content, issuedAt);
  return await db().$transaction(async (tx) => {
    // the same record at the same instant has the same code
    const { count } = await tx.serviceRecord.createMany({
      data: {
        ...{ code, traineeId, expertId, content, issuedAt },
        ...{ issuedById: actor.accountId, issuedByName: actor.displayName },
      },
      skipDuplicates: true,
    });
    if (count > 0)
      await writeAudit(tx, actor, {
        event: 'serviceRecord.issued',
        object: { type: 'ServiceRecord', id: code, label },
        ...(centreId && { scope: { centreId } }),
        after: { kind, from, to },
      });
    return ok({ code });
  });
}
