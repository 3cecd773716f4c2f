import 'server-only';
import { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { fromDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Reader } from '@/lib/registry/files/export';
import { shownCell } from '@/lib/registry/files/words-rules';
import { readReferences } from '@/lib/registry/rows/references';
import type { Cells } from '@/lib/registry/schema';
import { KNOWN_COLUMNS, PROFILE_COLUMNS } from './change-form';
import { readProfile } from './change-profile';
import { type ChangeFormView, profilePartSchema } from './change-schema';

// What the form of a proposal begins with.

/** What is no id is nobody's, and would not be taken by the database. */
const FACILITY_ID = /^[a-z0-9][a-z0-9-]{1,62}$/;
const KINDS = ['community_centre', 'service_station'] as const;
const NAMES = { id: true, name: true, nameEn: true } as const;
const OPEN = ['proposed', 'returned', 'approved'] as const;
/** These are chosen in the form, so that their values go there as they are. */
const TICKED_KEYS = ['holidays', 'features', 'techniques', 'subdistrict'];

/** The facilities whose profile the actor may propose to change: the own centre and its stations. */
export async function listChangeFacilities(actor: Actor): Promise<{ id: string; name: string; nameEn: string }[]> {
  if (!mayI(actor, 'create', 'ChangeRequest')) return [];
  return await db().facility.findMany({
    where: { AND: [whereFor(actor, 'read', 'Facility'), { kind: { in: [...KINDS] }, status: { not: 'closed' } }] },
    select: NAMES,
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
  });
}

/** The form about a facility, or that of a request that is sent again; null for what is not the actor's to propose. */
export async function getChangeForm(
  actor: Actor,
  asked: { facilityId: string } | { changeId: string },
  { locale, words }: Reader,
): Promise<ChangeFormView | null> {
  if (!mayI(actor, 'create', 'ChangeRequest')) return null;
  const request = 'changeId' in asked ? await readRequest(actor, asked.changeId) : null;
  const id = 'facilityId' in asked ? asked.facilityId : request?.facilityId;
  if (!id || !FACILITY_ID.test(id)) return null;
  const facility = await db().facility.findFirst({
    where: { AND: [whereFor(actor, 'read', 'Facility'), { id, kind: { in: [...KINDS] }, status: { not: 'closed' } }] },
    select: { ...NAMES, changeRequests: { where: { state: { in: [...OPEN] } }, select: { id: true, state: true } } },
  });
  if (!facility) return null;
  const { changeRequests, ...named } = facility;
  const [present, references] = await Promise.all([readProfile(db(), id), readReferences(db(), KNOWN_COLUMNS)]);
  const cells: Cells = { ...present, ...(request ? profilePartSchema.parse(request.after) : {}) };
  const values = PROFILE_COLUMNS.map((column) => {
    const value = cells[column.key] ?? null;
    const plain = TICKED_KEYS.includes(column.key);
    return [column.key, plain ? (value ?? '') : shownCell(column, value, locale, words, references)];
  });
  const option = ({ id: value, names }: { id: string; names: readonly string[] }) => ({
    value,
    label: (locale === 'en' ? names[1] : names[0]) ?? value,
  });
  const techniques = [...references.technique.entries.values()].map(option);
  const own = [...references.subdistrict.entries.values()].filter(({ within }) => within === present.district);
  return {
    ...{ facility: named, values: Object.fromEntries(values), techniques, subdistricts: own.map(option) },
    reason: request?.reason ?? '',
    effectiveOn: request ? fromDbDate(request.effectiveOn) : null,
    open: changeRequests.find((one) => one.id !== request?.id) ?? null,
  };
}

async function readRequest(actor: Actor, id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  return await db().changeRequest.findFirst({
    where: { AND: [whereFor(actor, 'update', 'ChangeRequest'), { id }] },
    select: { id: true, facilityId: true, after: true, reason: true, effectiveOn: true },
  });
}
