import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { REPORT_DAYS, type ReportFilter, type ReportListed, type ReportPage, type ReportSeen } from './report-schema';

const PAGE = 30;
const DAY_MS = 86_400_000;
const NAMES = { name: true, nameEn: true } as const;
const PLACE = { id: true, ...NAMES, districtCode: true, district: { select: NAMES } } as const;

const COLUMNS = {
  ...{ id: true, category: true, message: true, status: true, createdAt: true, answeredAt: true },
  ...{ ownerId: true, ownerName: true, version: true, contact: true, answer: true, answeredByName: true },
  facility: { select: PLACE },
  jointClinic: { select: { id: true, ...NAMES, centre: { select: { facility: { select: PLACE } } } } },
} as const satisfies Prisma.InformationReportSelect;
type Row = Prisma.InformationReportGetPayload<{ select: typeof COLUMNS }>;

function subjectOf({ facility, jointClinic }: Row): ReportListed['subject'] {
  const place = facility ?? jointClinic?.centre.facility;
  const named = jointClinic ?? facility;
  if (!place || !named) return null;
  return {
    kind: jointClinic ? 'clinic' : 'facility',
    ...{ id: named.id, name: named.name, nameEn: named.nameEn },
    district: { id: place.districtCode, ...place.district },
  };
}

function listedOf(row: Row, instant: Date): ReportListed {
  const { id, category, message, status, createdAt, answeredAt, ownerName } = row;
  const overdue = status === 'open' && createdAt.getTime() < instant.getTime() - REPORT_DAYS * DAY_MS;
  return { id, category, message, status, createdAt, answeredAt, ownerName, overdue, subject: subjectOf(row) };
}

function conditionsOf(actor: Actor, { status, category, owner }: ReportFilter): Prisma.InformationReportWhereInput[] {
  return [
    ...(status ? [{ status }] : []),
    ...(category ? [{ category }] : []),
    ...(owner ? [{ ownerId: owner === 'mine' ? actor.accountId : null }] : []),
  ];
}

/** Residents' reports of the actor's scope, the latest first, thirty at a time. */
export async function listReports(actor: Actor, filter: ReportFilter): Promise<ReportPage> {
  const scope = whereFor(actor, 'read', 'InformationReport');
  // a page begins after a report that the actor may see, or at the beginning
  const last = filter.after
    ? await db().informationReport.findFirst({
        where: { AND: [scope, { id: filter.after }] },
        select: { id: true, createdAt: true },
      })
    : null;
  const further = last
    ? [{ OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }] }]
    : [];
  const rows = await db().informationReport.findMany({
    where: { AND: [scope, ...conditionsOf(actor, filter), ...further] },
    select: COLUMNS,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
  });
  const instant = now();
  const reports = rows.slice(0, PAGE).map((row) => listedOf(row, instant));
  return { reports, next: rows.length > PAGE ? (reports.at(-1)?.id ?? null) : null };
}

/** A report of the actor's scope; how to reach the resident is told only to those who answer. */
export async function getReport(actor: Actor, id: string): Promise<ReportSeen | null> {
  const row = await db().informationReport.findFirst({
    where: { AND: [whereFor(actor, 'read', 'InformationReport'), { id }] },
    select: COLUMNS,
  });
  if (!row) return null;
  const { version, contact, answer, answeredByName, ownerId } = row;
  const answers = await db().informationReport.count({
    where: { AND: [whereFor(actor, 'update', 'InformationReport'), { id }] },
  });
  return {
    ...listedOf(row, now()),
    ...{ version, answer, answeredByName },
    contact: answers > 0 ? contact : null,
    leftContact: contact !== null,
    isMine: ownerId === actor.accountId,
    mayAnswer: answers > 0 && row.status === 'open',
  };
}

/** Open reports that are the actor's to answer, the oldest first. */
export async function listOpenReports(actor: Actor, size: number): Promise<{ count: number; reports: ReportListed[] }> {
  const where = { AND: [whereFor(actor, 'update', 'InformationReport'), { status: 'open' as const }] };
  const [count, rows] = await Promise.all([
    db().informationReport.count({ where }),
    db().informationReport.findMany({ where, select: COLUMNS, orderBy: { createdAt: 'asc' }, take: size }),
  ]);
  const instant = now();
  return { count, reports: rows.map((row) => listedOf(row, instant)) };
}
