import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { WorkstationFilter, WorkstationListed, WorkstationPage } from './workstation-schema';

const PAGE = 30;
const NAMES = { name: true, nameEn: true } as const;

const COLUMNS = {
  ...{ id: true, openedOn: true, closedOn: true, origin: true, centreId: true, teamId: true },
  team: { select: { id: true, ...NAMES, hospitalId: true, hospital: { select: { facility: { select: NAMES } } } } },
  centre: { select: { districtCode: true, facility: { select: { ...NAMES, district: { select: NAMES } } } } },
} as const satisfies Prisma.FamousPhysicianWorkstationSelect;
type Row = Prisma.FamousPhysicianWorkstationGetPayload<{ select: typeof COLUMNS }>;

function listed({ team, centre, ...row }: Row, today: CivilDate): WorkstationListed {
  const { district, ...facility } = centre.facility;
  const [from, to] = [fromDbDate(row.openedOn), row.closedOn && fromDbDate(row.closedOn)];
  return {
    id: row.id,
    team: { id: team.id, name: team.name, nameEn: team.nameEn },
    hospital: { id: team.hospitalId, ...team.hospital.facility },
    centre: { id: row.centreId, ...facility },
    district: { id: centre.districtCode, ...district },
    ...{ from, to, open: from <= today && (to === null || today < to) },
    demonstration: row.origin === 'demonstration',
  };
}

function conditionsOf({ text, district, standing }: WorkstationFilter, today: CivilDate) {
  const contains = { contains: text, mode: 'insensitive' } as const;
  const named = { OR: [{ name: contains }, { nameEn: contains }] };
  const day = toDbDate(today);
  const open = { openedOn: { lte: day }, OR: [{ closedOn: null }, { closedOn: { gt: day } }] };
  return [
    ...(text ? [{ OR: [{ team: { is: named } }, { centre: { is: { facility: { is: named } } } }] }] : []),
    ...(district ? [{ centre: { is: { districtCode: district } } }] : []),
    ...(standing ? [standing === 'open' ? open : { NOT: open }] : []),
  ] satisfies Prisma.FamousPhysicianWorkstationWhereInput[];
}

/** Workstations of famous physicians' teams in the actor's scope, by team, thirty at a time. */
export async function listWorkstations(actor: Actor, filter: WorkstationFilter): Promise<WorkstationPage> {
  const today = dateInShanghai(now());
  const scope = whereFor(actor, 'read', 'FamousPhysicianWorkstation');
  // a page begins after a workstation that the actor may see, or at the beginning
  const last = filter.after
    ? await db().famousPhysicianWorkstation.findFirst({
        where: { AND: [scope, { id: filter.after }] },
        select: { id: true, teamId: true },
      })
    : null;
  const further = last ? [{ OR: [{ teamId: { gt: last.teamId } }, { teamId: last.teamId, id: { gt: last.id } }] }] : [];
  const rows = await db().famousPhysicianWorkstation.findMany({
    where: { AND: [scope, ...conditionsOf(filter, today), ...further] },
    select: COLUMNS,
    orderBy: [{ teamId: 'asc' }, { id: 'asc' }],
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  return {
    workstations: shown.map((row) => listed(row, today)),
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}
