import { addDays, type CivilDate } from '@/lib/core/dates';
import type { Stage } from '@/lib/db/generated/client';
import { CATALOGUE_ID } from './facts';
import type { Network } from './network';
import { openRandom, type Random } from './random';
import { find, type Reference } from './reference';
import type { Site } from './sites';
import { recordAt, walkTo } from './stage-steps';

// What is on its way and not open yet: none of it counts anywhere, and residents do not see it.

const WAY: readonly Stage[] = ['planned', 'building', 'district_accepted', 'city_accepted'];
/** How many stand in each stage of the way. */
const STATIONS = { planned: 16, building: 12, district_accepted: 8, city_accepted: 4 } as const;
const PROJECTS = { planned: 14, building: 14, district_accepted: 8 } as const;
const TITLES = { planned: 12, building: 12, district_accepted: 6 } as const;
const GIVEN_UP = 2;
const NO_HOUSE = ['选址未落实，计划取消', 'Given up: no place was found'] as const;

type Asked = {
  seed: number;
  today: CivilDate;
  reference: Reference;
  centres: readonly Site[];
  conditionsOf: ReadonlyMap<string, string[]>;
};

function stagesOf(counts: Partial<Record<Stage, number>>): Stage[] {
  return WAY.flatMap((stage) => Array.from({ length: counts[stage] ?? 0 }, () => stage));
}

function wayTo(stage: Stage): Stage[] {
  return WAY.slice(0, WAY.indexOf(stage) + 1);
}

function latelyOn(random: Random, today: CivilDate): CivilDate {
  return addDays(today, -random.whole(3, 110));
}

/** Stations, projects and titles that are planned, being built or waiting to be accepted. */
export function addStagePlans(network: Network, { seed, today, reference, centres, conditionsOf }: Asked): void {
  const random = openRandom(seed, 'stage plans');
  addPlannedStations(network, random, { today, centres });
  const busy = new Set(network.specialtyProject.map(({ centreId }) => centreId));
  const free = centres.filter(({ id }) => !busy.has(id));
  const projects = stagesOf(PROJECTS);
  for (const [index, centre] of random.sample(free, projects.length).entries()) {
    const stage = projects[index] ?? 'planned';
    const conditionCode = random.pick(conditionsOf.get(centre.id) ?? []);
    const condition = find(reference.conditions, ({ code }) => code === conditionCode, `condition ${conditionCode}`);
    const id = `project-${centre.id.replace('centre-', '')}-2`;
    network.specialtyProject.push({
      ...{ id, centreId: centre.id, catalogueId: CATALOGUE_ID, conditionCode, batch: 2, approvedOn: null },
      title: `${condition.name}特色专病建设项目`,
      titleEn: `Specialty project: ${condition.name_en}`,
      status: stage === 'planned' ? 'planned' : 'applied',
      origin: 'demonstration',
    });
    const place = { centreId: centre.id, districtCode: centre.districtCode };
    const record = recordAt(network, `p-${id}`, { kind: 'project', projectId: id, ...place });
    walkTo(record, random, { stages: wayTo(stage), last: latelyOn(random, today) });
  }
  addPlannedTitles(network, random, today);
}

function addPlannedStations(
  network: Network,
  random: Random,
  { today, centres }: { today: CivilDate; centres: readonly Site[] },
): void {
  const stages = stagesOf(STATIONS);
  for (const [index, centre] of random.sample(centres, stages.length + GIVEN_UP).entries()) {
    const stage = stages[index];
    const place = centre.name.replace(/社区卫生服务中心$/, '');
    const record = recordAt(network, `s-station-${centre.id}-planned`, {
      ...{ kind: 'station', centreId: centre.id, districtCode: centre.districtCode, stationKind: 'community_station' },
      ...{ name: `${place}新设社区卫生服务站`, nameEn: `New service station of ${centre.nameEn}` },
      subdistrictCode: centre.subdistrictCode,
    });
    const last = latelyOn(random, today);
    if (stage) walkTo(record, random, { stages: wayTo(stage), last });
    else walkTo(record, random, { stages: ['planned', 'closed'], last, reason: NO_HOUSE });
  }
}

function addPlannedTitles(network: Network, random: Random, today: CivilDate): void {
  const titled = new Set(network.demonstrationStation.map(({ stationId }) => stationId));
  const candidates = network.serviceStation.filter(
    ({ facilityId, hasTcmPhysician }) => hasTcmPhysician === true && !titled.has(facilityId),
  );
  const stages = stagesOf(TITLES);
  for (const [index, { facilityId, centreId, districtCode }] of random.sample(candidates, stages.length).entries()) {
    const stage = stages[index] ?? 'planned';
    const days = new Map<Stage, CivilDate>();
    const record = recordAt(network, `d-${facilityId}`, {
      ...{ kind: 'demonstration', stationId: facilityId, centreId, districtCode },
    });
    const noting = {
      step(reached: Stage, beganOn: CivilDate) {
        days.set(reached, beganOn);
        record.step(reached, beganOn);
      },
    };
    walkTo(noting, random, { stages: wayTo(stage), last: latelyOn(random, today) });
    const appliedOn = days.get('building');
    if (appliedOn)
      network.demonstrationStation.push({
        ...{ stationId: facilityId, appliedOn, districtAcceptedOn: days.get('district_accepted') ?? null },
        ...{ cityAcceptedOn: null, withdrawnOn: null, origin: 'demonstration' },
      });
  }
}
