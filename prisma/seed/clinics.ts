import { addDays, type CivilDate, daysBetween } from '@/lib/core/dates';
import type { BookingMethod } from '@/lib/joint-clinics/schema';
import type { Department } from './clinic-themes';
import { CATALOGUE_ID } from './facts';
import { groupBy } from './group';
import type { Network } from './network';
import type { Expert } from './people';
import { apportion, openRandom, type Random } from './random';
import { find, type Reference } from './reference';
import type { Scale } from './scale';
import { fictionalPhone, type Site } from './sites';

const FIRST_PHONE = 401;
/** Of the host centres every fourth or so has a second clinic (ours). */
const CLINICS_A_HOST = 1.24;
/** The youngest clinic has been open long enough to be judged. */
const OPEN_AT_LEAST_DAYS = 130;

export type Clinic = {
  id: string;
  centre: Site;
  hospitalId: string;
  department: Department;
  conditions: string[];
  experts: Expert[];
  openedOn: CivilDate;
};

const BOOKING: readonly (readonly [BookingMethod, number])[] = [
  ['phone', 45],
  ['centre_desk', 30],
  ['walk_in', 15],
  ['family_doctor', 10],
];
const ROOMS = ['中医馆诊室', '联合门诊室', '专家诊室', '中医诊室'];

/** `膝痹` → `膝痹病专病联合门诊`; names that end in 病, 症, 证, 痛 … already say what they are and stay. */
function clinicName(condition: string): string {
  const short = condition.replace(/类病$/, '');
  return `${/[病症证痛疮疹风刺]$|近视$|^小儿/.test(short) ? short : `${short}病`}专病联合门诊`;
}

function clinicNameEn(condition: string): string {
  return `Joint clinic: ${condition.replace(/^(\p{L})/u, (letter) => letter.toLowerCase())}`;
}

/** The host of every clinic of one alliance: the second and further clinics go to centres that have one. */
function hosts(random: Random, centres: readonly Site[], count: number): Site[] {
  const first = random.sample(centres, Math.round(count / CLINICS_A_HOST));
  const all = [...first];
  while (all.length < count) all.push(...random.sample(first, count - all.length));
  return all;
}

/** The day a clinic opened: most before the history begins, the others in the course of it. */
function opening(random: Random, { since, today }: { since: CivilDate; today: CivilDate }, share: number): CivilDate {
  const before = addDays(since, 730 - random.whole(900, 1_900));
  const during = addDays(since, random.whole(30, daysBetween(since, today) - OPEN_AT_LEAST_DAYS));
  return random.chance(share) ? during : before;
}

/** The clinics of one alliance dealt out to its experts in turn, so that nobody has many more than another. */
function deal(random: Random, experts: readonly Expert[], count: number): Expert[] {
  const dealt: Expert[] = [];
  while (dealt.length < count) dealt.push(...random.shuffle(experts));
  return dealt.slice(0, count);
}

function chooseTheme(
  random: Random,
  { themes }: Department,
  taken: ReadonlySet<string>,
): readonly [string, ...string[]] {
  const free = themes.filter(([main]) => !taken.has(main));
  // the first themes of a department are its commonest
  return random.weighted(free.length > 0 ? free : themes, (theme) => 1 / (1 + 0.6 * themes.indexOf(theme)));
}

export type ClinicsInput = {
  seed: number;
  today: CivilDate;
  /** the first day of the history */
  since: CivilDate;
  scale: Pick<Scale, 'clinics' | 'openedLate'>;
  centres: readonly Site[];
  experts: readonly Expert[];
};

/** The joint clinics: at centres of the alliance, led by experts of its lead hospital. */
export function addClinics(
  network: Network,
  reference: Reference,
  { seed, today, since, scale, centres, experts }: ClinicsInput,
): Clinic[] {
  const random = openRandom(seed, 'joint clinics');
  const openings = openRandom(seed, 'openings');
  const centresOf = groupBy(centres, ({ alliance }) => alliance);
  const expertsOf = groupBy(experts, ({ alliance }) => alliance);
  const conditionOf = (code: string) => find(reference.conditions, (row) => row.code === code, `condition ${code}`);
  const shares = apportion(
    scale.clinics,
    reference.alliances.map(({ code }) => centresOf.get(code)?.length ?? 0),
  );
  const clinics: Clinic[] = [];

  for (const [index, { code }] of reference.alliances.entries()) {
    const count = shares[index] ?? 0;
    const own = expertsOf.get(code) ?? [];
    const leaders = deal(random, own, count);
    const namesAt = new Map<string, Set<string>>();
    for (const [number, centre] of hosts(random, centresOf.get(code) ?? [], count).entries()) {
      const taken = namesAt.get(centre.id) ?? new Set<string>();
      namesAt.set(centre.id, taken);
      // a second clinic of the same department would have the same name: take the next expert of another one
      const fits = (expert: Expert) => expert.department.themes.some(([main]) => !taken.has(main));
      const at = leaders.findIndex((expert, position) => position >= number && fits(expert));
      const leader = leaders[at] ?? leaders[number];
      if (!leader) throw new Error(`No expert for a clinic of ${centre.id}`);
      if (at > number) [leaders[number], leaders[at]] = [leader, leaders[number] ?? leader];
      const theme = chooseTheme(random, leader.department, taken);
      taken.add(theme[0]);
      const colleagues = own.filter(({ id, department }) => department === leader.department && id !== leader.id);
      const second = colleagues.length > 0 && random.chance(0.45) ? [random.pick(colleagues)] : [];
      clinics.push({
        id: `clinic-${centre.id.replace('centre-', '')}-${taken.size}`,
        centre,
        hospitalId: leader.hospitalId,
        department: leader.department,
        conditions: theme.slice(0, random.chance(0.6) ? 2 : 1),
        experts: [leader, ...second],
        openedOn: opening(openings, { since, today }, scale.openedLate),
      });
    }
  }
  const order = new Map(centres.map(({ id }, index) => [id, index]));
  clinics.sort(
    (left, right) =>
      (order.get(left.centre.id) ?? 0) - (order.get(right.centre.id) ?? 0) || (left.id < right.id ? -1 : 1),
  );
  for (const [number, clinic] of clinics.entries()) addClinic(network, clinic, number, random, conditionOf);
  return clinics;
}

function addClinic(
  network: Network,
  { id, centre, hospitalId, department, conditions, experts, openedOn }: Clinic,
  number: number,
  random: Random,
  conditionOf: (code: string) => Reference['conditions'][number],
): void {
  const main = conditionOf(conditions[0] ?? '');
  const [booking] = random.weighted(BOOKING, ([, weight]) => weight);
  network.jointClinic.push({
    id,
    name: clinicName(main.name),
    nameEn: clinicNameEn(main.name_en),
    centreId: centre.id,
    hospitalId,
    department: department.name,
    departmentEn: department.nameEn,
    room: `${random.whole(1, 3)}楼${random.pick(ROOMS)}`,
    bookingMethod: booking,
    bookingPhone: booking === 'phone' || random.chance(0.3) ? fictionalPhone(FIRST_PHONE + number) : null,
    origin: 'demonstration',
  });
  const own = new Set(experts.map((expert) => expert.id));
  const listed = new Set(
    network.expertCondition
      .filter(({ expertId }) => own.has(expertId))
      .map(({ expertId, conditionCode }) => `${expertId}/${conditionCode}`),
  );
  for (const conditionCode of conditions) {
    network.jointClinicCondition.push({ clinicId: id, catalogueId: CATALOGUE_ID, conditionCode });
    for (const expert of experts)
      if (!listed.has(`${expert.id}/${conditionCode}`))
        network.expertCondition.push({ expertId: expert.id, catalogueId: CATALOGUE_ID, conditionCode });
  }
  for (const expert of experts)
    network.jointClinicExpert.push({
      clinicId: id,
      expertId: expert.id,
      hospitalId,
      validFrom: openedOn,
      validTo: null,
    });
}
