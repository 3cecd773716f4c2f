import 'server-only';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { db } from '@/lib/db/client';
import { hoursOfCentres, type JudgedFacility, readJudged } from './health-facts';
import { phoneProposal } from './health-rules';
import {
  HEALTH_PROBLEMS,
  type HealthCounts,
  type HealthFilter,
  type HealthRow,
  type HealthUnit,
  type HealthView,
} from './health-schema';

const ROWS_A_PAGE = 40;

function unitOf(district: HealthUnit['district'], facilities: readonly JudgedFacility[]): HealthUnit {
  const counts = Object.fromEntries(HEALTH_PROBLEMS.map((problem) => [problem, 0])) as HealthCounts;
  let sum = 0;
  for (const { judged } of facilities) {
    sum += judged.score;
    for (const problem of judged.problems) counts[problem] += 1;
  }
  return {
    ...{ district, facilities: facilities.length },
    mean: facilities.length === 0 ? 0 : sum / facilities.length,
    ...counts,
  };
}

async function pageOf(
  all: readonly JudgedFacility[],
  { problem, district, after }: HealthFilter,
): Promise<NonNullable<HealthView['page']>> {
  const names = new Map(all.map(({ row }) => [row.id, row.name]));
  const found = all.filter(
    ({ row, judged }) =>
      judged.problems.has(problem) && (!district || row.districtCode === district) && (!after || row.id > after),
  );
  const page = found.slice(0, ROWS_A_PAGE);
  const centreIds = [...new Set(page.map(({ facts }) => facts.centreId))];
  const [hours, centres] = await Promise.all([
    hoursOfCentres(db(), centreIds),
    db().facility.findMany({ where: { id: { in: centreIds } }, select: { id: true, name: true, nameEn: true } }),
  ]);
  const centreOf = new Map(centres.map(({ id, ...centre }) => [id, centre]));
  const rows = page.map(
    ({ row, facts, judged }): HealthRow => ({
      ...{ id: row.id, version: row.version, kind: facts.kind, name: row.name, nameEn: row.nameEn },
      district: row.district,
      centre: (row.centreId !== null && centreOf.get(row.centreId)) || null,
      ...{ score: judged.score, missing: judged.missing, phone: row.phone, phoneProposal: phoneProposal(row.phone) },
      centreHours: facts.kind === 'service_station' ? (hours.get(facts.centreId)?.text ?? null) : null,
      positionProblem: judged.position,
      doubles: judged.doubles.flatMap((id) => names.get(id) ?? []),
      touchedAt: judged.touchedAt,
      checkedByName: row.check?.checkedByName ?? null,
    }),
  );
  return { rows, next: found.length > ROWS_A_PAGE ? (page.at(-1)?.row.id ?? null) : null };
}

/**
 * How healthy the entries of the actor's scope are, by district, and with a filter the facilities that have that problem;
 * null for whoever keeps none.
 */
export async function getHealth(actor: Actor, filter?: HealthFilter): Promise<HealthView | null> {
  if (!mayI(actor, 'export', 'FacilityCheck')) return null;
  const all = await readJudged(actor);
  const districts = new Map<string, JudgedFacility[]>();
  for (const one of all) {
    const known = districts.get(one.row.districtCode);
    if (known) known.push(one);
    else districts.set(one.row.districtCode, [one]);
  }
  const units = [...districts].flatMap(([code, facilities]) =>
    facilities.slice(0, 1).map(({ row: { district } }) => unitOf({ code, ...district }, facilities)),
  );
  return {
    units: units.toSorted((a, b) => (a.district?.code ?? '').localeCompare(b.district?.code ?? '')),
    whole: unitOf(null, all),
    page: filter ? await pageOf(all, filter) : null,
    mayFix: mayI(actor, 'update', 'Facility'),
    mayConfirm: mayI(actor, 'create', 'FacilityCheck'),
  };
}
