import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { fromDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { listSessionKeys } from './list-keys-sql';
import type { SessionCursor, SessionFilter, SessionListed, SessionPage } from './list-schema';

const PAGE = 50;
/** Exports read so many at once. */
export const LONGEST_PAGE = 1000;

const NAMES = { id: true, name: true, nameEn: true } as const;

const LISTED = {
  id: true,
  date: true,
  half: true,
  state: true,
  version: true,
  planned: true,
  held: true,
  notHeldReason: true,
  expertPresence: true,
  mode: true,
  visitsNew: true,
  visitsReturn: true,
  prescriptions: true,
  preparations: true,
  referralsUp: true,
  referralsDown: true,
  teachingCases: true,
  late: true,
  note: true,
  explanation: true,
  submittedAt: true,
  submittedByName: true,
  confirmedAt: true,
  confirmedByName: true,
  confirmedAs: true,
  acceptedAt: true,
  acceptedByName: true,
  dueOn: true,
  origin: true,
  clinic: { select: NAMES },
  centre: {
    select: {
      facility: { select: { ...NAMES, district: { select: { code: true, name: true, nameEn: true } } } },
    },
  },
  hospital: { select: { facility: { select: NAMES } } },
  expert: { select: NAMES },
  plannedExpert: { select: NAMES },
  trainees: { select: { part: true, trainee: { select: NAMES } }, orderBy: { traineeId: 'asc' } },
} as const satisfies Prisma.ClinicSessionSelect;

type ListedRow = Prisma.ClinicSessionGetPayload<{ select: typeof LISTED }>;

function listed({ centre, hospital, trainees, origin, ...row }: ListedRow): SessionListed {
  const { district, ...facility } = centre.facility;
  const { expertPresence: presence, submittedByName, confirmedByName, acceptedByName, ...rest } = row;
  return {
    ...rest,
    date: fromDbDate(row.date),
    dueOn: row.dueOn && fromDbDate(row.dueOn),
    presence,
    submittedBy: submittedByName,
    confirmedBy: confirmedByName,
    acceptedBy: acceptedByName,
    centre: facility,
    district: { id: district.code, name: district.name, nameEn: district.nameEn },
    hospital: hospital.facility,
    trainees: trainees.map(({ part, trainee }) => ({ ...trainee, part })),
    demonstration: origin === 'demonstration',
  };
}

/**
 * Records of clinic sessions within the actor's scope, the latest day first, fifty at a time; a page knows whether
 * another follows, and nobody counts a million rows.
 */
export async function listClinicSessions(
  actor: Actor,
  filter: SessionFilter,
  { cursor, limit = PAGE }: { cursor?: SessionCursor; limit?: number } = {},
): Promise<SessionPage> {
  if (!mayI(actor, 'read', 'ClinicSession')) return { rows: [], next: null };
  const size = Math.min(Math.max(limit, 1), LONGEST_PAGE);
  // one more than asked for says whether a page follows
  const keys = await listSessionKeys(actor, filter, { cursor, limit: size + 1 });
  const shown = keys.slice(0, size);
  if (shown.length === 0) return { rows: [], next: null };
  const rows = await db().clinicSession.findMany({
    where: { AND: [whereFor(actor, 'read', 'ClinicSession'), { id: { in: shown.map(({ id }) => id) } }] },
    orderBy: [{ date: 'desc' }, { id: 'desc' }],
    select: LISTED,
  });
  return { rows: rows.map(listed), next: keys.length > size ? (shown.at(-1) ?? null) : null };
}
