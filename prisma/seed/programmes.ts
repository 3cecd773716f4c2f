import { addDays, civilDate } from '@/lib/core/dates';
import { CATALOGUE_ID } from './facts';
import { groupBy } from './group';
import type { Network } from './network';
import type { PersonName } from './people';
import { apportion, openRandom, type Random } from './random';
import { find, type Reference } from './reference';
import type { Site, Sites, Station } from './sites';

export const SPECIALTY_PROJECTS = 76;
export const DEMONSTRATION_STATIONS = { 2022: 50, 2023: 62 } as const;
export const FAMOUS_TEAMS = 100;
const FIRST_BATCH_APPROVED = civilDate('2023-05-15');

/** The 76 specialty projects of the first batch, one a centre, for a condition the centre offers. */
export function addSpecialtyProjects(
  network: Network,
  reference: Reference,
  {
    seed,
    centres,
    conditionsOf,
  }: { seed: number; centres: readonly Site[]; conditionsOf: ReadonlyMap<string, string[]> },
): void {
  const random = openRandom(seed, 'specialty projects');
  const chosen = new Set(random.sample(centres, SPECIALTY_PROJECTS));
  for (const centre of centres) {
    if (!chosen.has(centre)) continue;
    const code = random.pick(conditionsOf.get(centre.id) ?? []);
    const condition = find(reference.conditions, (row) => row.code === code, `condition ${code}`);
    network.specialtyProject.push({
      id: `project-${centre.id.replace('centre-', '')}-1`,
      centreId: centre.id,
      title: `${condition.name}特色专病建设项目`,
      titleEn: `Specialty project: ${condition.name_en}`,
      catalogueId: CATALOGUE_ID,
      conditionCode: code,
      batch: 1,
      status: 'approved',
      approvedOn: FIRST_BATCH_APPROVED,
      origin: 'demonstration',
    });
  }
}

/** Demonstration stations: applied, accepted by the district, then by the city, in the two years published. */
export function addDemonstrationStations(network: Network, stations: readonly Station[], seed: number): void {
  const random = openRandom(seed, 'demonstration stations');
  const withPhysician = new Set(
    network.serviceStation
      .filter(({ hasTcmPhysician }) => hasTcmPhysician === true)
      .map(({ facilityId }) => facilityId),
  );
  const candidates = stations.filter(({ id }) => withPhysician.has(id));
  const years = Object.entries(DEMONSTRATION_STATIONS).flatMap(([year, count]) =>
    Array.from({ length: count }, () => year),
  );
  for (const [index, { id }] of random.sample(candidates, years.length).entries()) {
    const appliedOn = addDays(civilDate(`${years[index]}-03-01`), random.whole(0, 60));
    const districtAcceptedOn = addDays(appliedOn, random.whole(90, 150));
    network.demonstrationStation.push({
      stationId: id,
      appliedOn,
      districtAcceptedOn,
      cityAcceptedOn: addDays(districtAcceptedOn, random.whole(30, 70)),
      withdrawnOn: null,
      origin: 'demonstration',
    });
  }
}

/** The teams of famous physicians (invented names) and their workstations at centres of the alliance. */
export function addFamousPhysicianTeams(
  network: Network,
  reference: Reference,
  { seed, centres, newName }: { seed: number; centres: readonly Site[]; newName: (random: Random) => PersonName },
): void {
  const random = openRandom(seed, 'famous physicians');
  const centresOf = groupBy(centres, ({ alliance }) => alliance);
  const shares = apportion(
    FAMOUS_TEAMS,
    reference.hospitals.map(({ alliance }) => centresOf.get(alliance)?.length ?? 0),
  );
  let number = 0;
  for (const [index, { id: hospitalId, alliance }] of reference.hospitals.entries()) {
    for (let own = 0; own < (shares[index] ?? 0); own++) {
      number++;
      const id = `team-${String(number).padStart(3, '0')}`;
      const { name, nameEn } = newName(random);
      network.famousPhysicianTeam.push({
        id,
        name: `${name}名中医团队`,
        nameEn: `${nameEn} famous-physician team`,
        hospitalId,
        origin: 'demonstration',
      });
      for (const centre of random.sample(centresOf.get(alliance) ?? [], random.chance(0.3) ? 2 : 1))
        network.famousPhysicianWorkstation.push({
          id: `${id}-${centre.id}`,
          teamId: id,
          centreId: centre.id,
          openedOn: addDays(civilDate('2022-01-10'), random.whole(0, 700)),
          closedOn: null,
          origin: 'demonstration',
        });
    }
  }
}

/** Three specialty alliances across the regions: a lead hospital, partners and centres that work on the subject. */
const SPECIALTY_ALLIANCES = [
  {
    code: 'specialty-bones-joints',
    name: '骨伤专病联盟（演示）',
    nameEn: 'Bones and joints specialty alliance (demonstration)',
    purpose: '腰、颈、膝等筋骨疾病的协同诊疗与带教',
    purposeEn: 'Shared care and teaching for the back, neck, knees and joints',
    lead: 'longhua',
    departments: ['骨伤科', '推拿科'],
  },
  {
    code: 'specialty-sleep',
    name: '睡眠专病联盟（演示）',
    nameEn: 'Sleep specialty alliance (demonstration)',
    purpose: '不寐与情志疾病的协同诊疗与随访',
    purposeEn: 'Shared care and follow-up for sleeplessness and low mood',
    lead: 'shanghai-tcm',
    departments: ['神志病科'],
  },
  {
    code: 'specialty-children',
    name: '儿科专病联盟（演示）',
    nameEn: 'Children’s specialty alliance (demonstration)',
    purpose: '小儿咳喘、厌食等常见病的协同诊疗',
    purposeEn: 'Shared care for cough, asthma and poor appetite in children',
    lead: 'yueyang',
    departments: ['儿科'],
  },
] as const;

/** The second overlay: alliances by subject, whose members lie in all regions. */
export function addSpecialtyAlliances(network: Network, { centres, hospitals, partners }: Sites, seed: number): void {
  const random = openRandom(seed, 'specialty alliances');
  for (const [index, { code, lead, departments, ...texts }] of SPECIALTY_ALLIANCES.entries()) {
    network.alliance.push({
      code,
      kind: 'specialty',
      ...texts,
      sortOrder: 11 + index,
      origin: 'demonstration',
      source: null,
    });
    const hosts = network.jointClinic.filter(({ department }) => departments.some((name) => name === department));
    const members = new Set(hosts.map(({ centreId }) => centreId));
    for (const { id } of random.sample(centres, 6)) members.add(id);
    const join = (facilityId: string, role: 'lead' | 'partner' | 'member') =>
      network.allianceMembership.push({
        id: `${code}-${facilityId}`,
        allianceCode: code,
        allianceKind: 'specialty',
        role,
        districtCode: null,
        facilityId,
        validFrom: addDays(civilDate('2022-06-01'), 120 * index),
        validTo: null,
        origin: 'demonstration',
        source: null,
      });
    join(lead, 'lead');
    for (const id of hospitals.values()) if (id !== lead) join(id, 'member');
    for (const { id } of partners) join(id, 'partner');
    for (const { id } of centres) if (members.has(id)) join(id, 'member');
  }
}
