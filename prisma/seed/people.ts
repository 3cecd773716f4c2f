import type { AllianceCode } from '@/lib/core/alliance-codes';
import type { ExpertTitle } from '@/lib/joint-clinics/schema';
import { DEPARTMENTS, type Department, SATURDAY_DEPARTMENT } from './clinic-themes';
import { CATALOGUE_ID } from './facts';
import type { Network } from './network';
import { apportion, openRandom, type Random } from './random';
import type { Reference } from './reference';
import { personNameEn } from './romanise';

export type Expert = { id: string; hospitalId: string; alliance: AllianceCode; department: Department };
export type PersonName = { name: string; nameEn: string };

const TITLES: readonly (readonly [ExpertTitle, number])[] = [
  ['chief', 38],
  ['associate_chief', 44],
  ['attending', 18],
];

/**
 * Deals out names nobody had before, put together by chance from prisma/reference/people-names.csv.
 * @param taken names that somebody has already
 */
export function nameDealer(
  reference: Pick<Reference, 'people-names'>,
  seed: number,
  taken: Iterable<string> = [],
): (random: Random) => PersonName {
  const given = new Set(taken);
  const of = (wanted: string) =>
    reference['people-names'].filter(({ kind }) => kind === wanted).map(({ text }) => text);
  const [surnames, singles, characters] = [of('surname'), of('given_single'), of('given_char')];
  const order = openRandom(seed, 'surnames');
  // frequent surnames stand first in the file and come more often
  const surnameOf = () => surnames[Math.floor(surnames.length * order.fraction() ** 1.6)] ?? order.pick(surnames);
  return (random) => {
    for (;;) {
      const surname = surnameOf();
      const personal = random.chance(0.22) ? random.pick(singles) : random.sample(characters, 2).join('');
      const name = `${surname}${personal}`;
      if (given.has(name)) continue;
      given.add(name);
      return { name, nameEn: personNameEn(surname, personal) };
    }
  };
}

/** The departments of `count` experts: about in proportion to their weight, a little different in every hospital. */
function departmentsFor(random: Random, count: number): Department[] {
  const weights = DEPARTMENTS.map(({ weight }) => weight * (0.7 + 0.6 * random.fraction()));
  const counts = apportion(count, weights);
  const sleep = DEPARTMENTS.findIndex(({ name }) => name === SATURDAY_DEPARTMENT);
  const largest = counts.indexOf(Math.max(...counts));
  if (counts[sleep] === 0) {
    counts[sleep] = 1;
    counts[largest] = (counts[largest] ?? 1) - 1;
  }
  return DEPARTMENTS.flatMap((department, index) => Array.from({ length: counts[index] ?? 0 }, () => department));
}

/** The experts of the four lead hospitals, shared out by the number of centres of their alliance. */
export function addExperts(
  network: Network,
  reference: Reference,
  {
    seed,
    total,
    newName,
    centresOf,
  }: {
    seed: number;
    total: number;
    newName: (random: Random) => PersonName;
    centresOf: (code: AllianceCode) => number;
  },
): Expert[] {
  const random = openRandom(seed, 'experts');
  const shares = apportion(
    total,
    reference.hospitals.map(({ alliance }) => 40 + centresOf(alliance)),
  );
  const experts: Expert[] = [];
  for (const [index, { id: hospitalId, alliance }] of reference.hospitals.entries()) {
    for (const [number, department] of departmentsFor(random, shares[index] ?? 0).entries()) {
      const id = `expert-${hospitalId}-${String(number + 1).padStart(2, '0')}`;
      network.expert.push({
        id,
        ...newName(random),
        title: random.weighted(TITLES, ([, weight]) => weight)[0],
        hospitalId,
        department: department.name,
        departmentEn: department.nameEn,
        active: true,
        origin: 'demonstration',
      });
      const conditions = [...new Set(department.themes.flat())];
      const counted = Math.min(conditions.length, random.whole(2, 4));
      for (const conditionCode of random.sample(conditions, counted))
        network.expertCondition.push({ expertId: id, catalogueId: CATALOGUE_ID, conditionCode });
      experts.push({ id, hospitalId, alliance, department });
    }
  }
  return experts;
}
