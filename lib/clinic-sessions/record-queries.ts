import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { isAllianceCode } from '@/lib/core/alliance-codes';
import { now } from '@/lib/core/clock';
import { dateInShanghai, daysBetween, fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { readContentNames } from './content-names';
import { firstOf } from './month-rules';
import type { RecordPlace, RecordSeen, RecordVersions, VersionSeen } from './page-schema';
import { recordIdSchema } from './review-schema';
import { sessionContentSchema } from './schema';
import { contentOfRow, SESSION_SELECT } from './session-rows';

// What the pages of one record read. A record out of scope is not there.

const NAMES = { id: true, name: true, nameEn: true } as const;

/** Alliances are dated; a record's way down goes through the one its district belongs to today. */
function placeSelect() {
  const today = toDbDate(dateInShanghai(now()));
  return {
    ...SESSION_SELECT,
    origin: true,
    clinic: { select: NAMES },
    hospital: { select: { facility: { select: NAMES } } },
    centre: {
      select: {
        facility: {
          select: {
            ...NAMES,
            district: {
              select: {
                code: true,
                name: true,
                nameEn: true,
                memberships: {
                  where: {
                    allianceKind: 'regional',
                    validFrom: { lte: today },
                    OR: [{ validTo: null }, { validTo: { gt: today } }],
                  },
                  select: { allianceCode: true },
                  take: 1,
                },
              },
            },
          },
        },
      },
    },
  } as const satisfies Prisma.ClinicSessionSelect;
}

type PlaceRow = Prisma.ClinicSessionGetPayload<{ select: ReturnType<typeof placeSelect> }>;

function placeOf(row: PlaceRow): RecordPlace {
  const { district, ...centre } = row.centre.facility;
  const alliance = district.memberships[0]?.allianceCode;
  return {
    id: row.id,
    date: fromDbDate(row.date),
    half: row.half,
    clinic: row.clinic,
    centre,
    district: { id: district.code, name: district.name, nameEn: district.nameEn },
    alliance: alliance && isAllianceCode(alliance) ? alliance : null,
    hospital: row.hospital.facility,
    demonstration: row.origin === 'demonstration',
    version: row.version,
  };
}

const within = (actor: Actor, id: string): Prisma.ClinicSessionWhereInput => ({
  AND: [whereFor(actor, 'read', 'ClinicSession'), { id }],
});

async function isMonthClosed({ districtCode, date }: Pick<PlaceRow, 'districtCode' | 'date'>): Promise<boolean> {
  const month = toDbDate(firstOf(fromDbDate(date)));
  return (await db().monthClose.count({ where: { districtCode, month, reopenedAt: null } })) > 0;
}

/** Where and when a record's session was: for the pages beside its own. Null out of scope. */
export async function getRecordPlace(actor: Actor, id: string): Promise<RecordPlace | null> {
  if (!recordIdSchema.safeParse(id).success) return null;
  const row = await db().clinicSession.findFirst({ where: within(actor, id), select: placeSelect() });
  return row && placeOf(row);
}

/** A record with all that its page says of it, null out of scope. */
export async function getClinicSession(actor: Actor, id: string): Promise<RecordSeen | null> {
  if (!recordIdSchema.safeParse(id).success) return null;
  const stopping = ['disputed', 'returned', 'reopened', 'withdrawn'] as const;
  const row = await db().clinicSession.findFirst({
    where: within(actor, id),
    select: {
      ...placeSelect(),
      messages: {
        where: { kind: { in: [...stopping] } },
        select: { kind: true, at: true, authorName: true, authorRole: true },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: 1,
      },
    },
  });
  if (!row) return null;
  const content = contentOfRow(row);
  const place = placeOf(row);
  const [names, monthClosed] = await Promise.all([
    readContentNames([content], row.plannedExpertId),
    isMonthClosed(row),
  ]);
  const dueOn = row.dueOn && fromDbDate(row.dueOn);
  const [message] = row.messages;
  return {
    ...place,
    state: row.state,
    planned: row.planned,
    plannedExpertId: row.plannedExpertId,
    late: row.late,
    sentAfterDays: daysBetween(place.date, dateInShanghai(row.firstSubmittedAt)),
    content,
    names,
    first: row.firstSubmittedAt,
    submitted: { at: row.submittedAt, name: row.submittedByName },
    confirmed: row.confirmedAt && { at: row.confirmedAt, name: row.confirmedByName, as: row.confirmedAs },
    accepted: row.acceptedAt && { at: row.acceptedAt, name: row.acceptedByName },
    trainees: row.trainees.map(({ traineeId, signedAt }) => ({
      id: traineeId,
      ...(names.trainees[traineeId] ?? { name: '', nameEn: '' }),
      signedAt,
    })),
    dueOn,
    overdue: dueOn !== null && dueOn < dateInShanghai(now()),
    stopped: message
      ? { kind: message.kind, at: message.at, name: message.authorName, role: message.authorRole }
      : null,
    monthClosed,
  };
}

/** Every version of a record, the latest first, with what their ids are called; null out of scope. */
export async function getRecordVersions(actor: Actor, id: string): Promise<RecordVersions | null> {
  if (!recordIdSchema.safeParse(id).success) return null;
  const row = await db().clinicSession.findFirst({
    where: within(actor, id),
    select: { ...placeSelect(), versions: { orderBy: { version: 'desc' } } },
  });
  if (!row) return null;
  const present: VersionSeen = {
    version: row.version,
    content: contentOfRow(row),
    submitted: { at: row.submittedAt, name: row.submittedByName },
    replacedAt: null,
    state: row.state,
  };
  const earlier = row.versions.map(
    ({ version, content, submittedAt, submittedByName, replacedAt, state }): VersionSeen => ({
      version,
      content: sessionContentSchema.parse(content),
      submitted: { at: submittedAt, name: submittedByName },
      replacedAt,
      state,
    }),
  );
  const versions = [present, ...earlier];
  const contents = versions.map(({ content }) => content);
  return {
    ...placeOf(row),
    plannedExpertId: row.plannedExpertId,
    names: await readContentNames(contents, row.plannedExpertId),
    versions,
  };
}
