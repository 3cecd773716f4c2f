import 'server-only';
import { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { addDays, dateInShanghai, fromDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import { OPEN_STATES } from './change-schema';
import { readClosingFacts } from './closing-facts';
import { answersOf } from './closing-rules';
import {
  type ClosingFormView,
  type ClosingKind,
  type ClosingSeen,
  closingSchema,
  type DependentKind,
} from './closing-schema';

// What forms and pages of closings and merges show.

const FACILITY_ID = /^[a-z0-9][a-z0-9-]{1,62}$/;
const NAMES = { id: true, name: true, nameEn: true } as const;
const KINDS = ['community_centre', 'service_station'] as const;

/** The form about the end of a facility, or that of a request that is sent again; null for what is not the actor's. */
export async function getClosingForm(
  actor: Actor,
  asked: { facilityId: string; kind: ClosingKind } | { changeId: string },
): Promise<ClosingFormView | null> {
  if (!mayI(actor, 'create', 'ChangeRequest')) return null;
  const request = 'changeId' in asked ? await readRequest(actor, asked.changeId) : null;
  const id = 'facilityId' in asked ? asked.facilityId : request?.facilityId;
  const kind = 'kind' in asked ? asked.kind : request?.kind;
  if (!id || !FACILITY_ID.test(id) || !kind || kind === 'profile') return null;
  const found = await db().facility.findFirst({
    where: { AND: [whereFor(actor, 'read', 'Facility'), { id, kind: { in: [...KINDS] }, status: { not: 'closed' } }] },
    select: {
      ...{ ...NAMES, kind: true },
      changeRequests: { where: { state: { in: [...OPEN_STATES] } }, select: { id: true } },
    },
  });
  if (!found) return null;
  const { changeRequests, ...facility } = found;
  const tomorrow = addDays(dateInShanghai(now()), 1);
  const day = request ? fromDbDate(request.effectiveOn) : tomorrow;
  return {
    facility,
    facts: await readClosingFacts(db(), id, day, kind),
    closing: request ? closingSchema.parse(request.closing) : { successors: [], answers: [] },
    reason: request?.reason ?? '',
    effectiveOn: request ? day : null,
    open: changeRequests.find((one) => one.id !== request?.id) ?? null,
  };
}

async function readRequest(actor: Actor, id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  return await db().changeRequest.findFirst({
    where: { AND: [whereFor(actor, 'update', 'ChangeRequest'), { id }] },
    select: { id: true, facilityId: true, kind: true, closing: true, reason: true, effectiveOn: true },
  });
}

type Kept = { facility: { id: string }; kind: ClosingKind; closing: unknown; effectiveOn: Date; state: string };

/** A closing with the names of everything it is about; one in effect tells what was asked, as the rest has moved. */
export async function closingSeen({ facility, kind, closing: kept, effectiveOn, state }: Kept): Promise<ClosingSeen> {
  const closing = closingSchema.parse(kept);
  const facts = await readClosingFacts(db(), facility.id, fromDbDate(effectiveOn), kind);
  const answers = state === 'applied' ? closing.answers : answersOf(kind, closing, facts);
  const of = (what: DependentKind) => answers.filter((one) => one.kind === what).map(({ id }) => id);
  const places = [...closing.successors, ...answers.flatMap(({ to }) => to ?? []), ...of('station')];
  const [facilities, clinics, trainees] = await Promise.all([
    db().facility.findMany({ where: { id: { in: places } }, select: NAMES }),
    db().jointClinic.findMany({ where: { id: { in: of('clinic') } }, select: NAMES }),
    db().traineeDoctor.findMany({ where: { id: { in: of('trainee') } }, select: NAMES }),
  ]);
  const named = new Map([...facilities, ...clinics, ...trainees].map((one) => [one.id, one]));
  return {
    successors: closing.successors.flatMap((id) => named.get(id) ?? []),
    rows: answers.flatMap((answer) => {
      const one = named.get(answer.id);
      return one ? [{ ...one, kind: answer.kind, to: answer.to === null ? null : (named.get(answer.to) ?? null) }] : [];
    }),
    trainees: facts.trainees.length,
    preparations: facts.preparations,
  };
}
