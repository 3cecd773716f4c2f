import { addDays, type CivilDate, WEEKDAYS, type Weekday, weekdayOf } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';
import type { Network } from './network';
import { openRandom, type Random } from './random';
import type { Plan } from './schedules';
import type { Sites } from './sites';

type Interval = readonly [opens: number, closes: number];
type Week = Record<Weekday, Interval[]>;

const EVENING: Interval = [1050, 1200];
const CENTRE_DAY: readonly Interval[] = [
  [480, 690],
  [780, 1020],
];
const CENTRE_LATER_LUNCH: readonly Interval[] = [
  [480, 690],
  [810, 1020],
];

function week(days: (weekday: Weekday) => readonly Interval[]): Week {
  const of = (weekday: Weekday) => [...days(weekday)];
  return { 1: of(1), 2: of(2), 3: of(3), 4: of(4), 5: of(5), 6: of(6), 7: of(7) };
}

function hospitalWeek(lead: boolean): Week {
  return week((weekday) => {
    if (weekday === 7) return [];
    if (weekday === 6) return [[480, 690]];
    return lead
      ? [
          [450, 690],
          [780, 1020],
        ]
      : [
          [480, 690],
          [810, 1020],
        ];
  });
}

/** A centre's week; it is open whenever one of its joint clinics has a session. */
function centreWeek(random: Random, sessions: ReadonlySet<string>): Week {
  const day = random.chance(0.65) ? CENTRE_DAY : CENTRE_LATER_LUNCH;
  const saturday = random.chance(0.62);
  const sunday = saturday && random.chance(0.22);
  const evenings = random.chance(0.14) ? random.sample([1, 2, 3, 4, 5], random.whole(1, 3)) : [];
  const has = (weekday: Weekday, half: Half) => sessions.has(`${weekday}/${half}`);
  return week((weekday) => {
    const night = evenings.includes(weekday) || has(weekday, 'evening') ? [EVENING] : [];
    if (weekday <= 5) return [...day, ...night];
    const morning = (weekday === 6 ? saturday : sunday) || has(weekday, 'am');
    return morning ? [[480, 690]] : [];
  });
}

function stationWeek(random: Random, village: boolean): Week {
  const morning: Interval = village && random.chance(0.4) ? [450, 660] : [480, random.chance(0.5) ? 690 : 660];
  const afternoon: Interval = [village ? 780 : 810, random.chance(0.6) ? 960 : 990];
  const halfDays = random.chance(village ? 0.25 : 0.12) ? random.sample([1, 2, 3, 4, 5], random.whole(1, 3)) : [];
  const saturday = random.chance(village ? 0.24 : 0.16);
  return week((weekday) => {
    if (weekday === 7) return [];
    if (weekday === 6) return saturday ? [morning] : [];
    return halfDays.includes(weekday) ? [morning] : [morning, afternoon];
  });
}

function addWeek(network: Network, facilityId: string, days: Week): void {
  for (const weekday of WEEKDAYS)
    for (const [opensMinute, closesMinute] of days[weekday])
      network.openingHours.push({ facilityId, weekday, opensMinute, closesMinute });
}

/** Weekly opening hours of every facility; answers which centres are open some evening. */
export function addOpeningHours(
  network: Network,
  { hospitals, partners, centres, stations }: Sites,
  { seed, plans }: { seed: number; plans: readonly Plan[] },
): Set<string> {
  const random = openRandom(seed, 'opening hours');
  const sessions = new Map<string, Set<string>>();
  for (const { clinic, lines } of plans) {
    const slots = sessions.get(clinic.centre.id) ?? new Set();
    for (const { weekday, half } of lines) slots.add(`${weekday}/${half}`);
    sessions.set(clinic.centre.id, slots);
  }
  const byNight = new Set<string>();
  for (const id of hospitals.values()) addWeek(network, id, hospitalWeek(true));
  for (const { id } of partners) addWeek(network, id, hospitalWeek(false));
  for (const { id } of centres) {
    const days = centreWeek(random, sessions.get(id) ?? new Set());
    if (WEEKDAYS.some((weekday) => days[weekday].includes(EVENING))) byNight.add(id);
    addWeek(network, id, days);
  }
  for (const { id, village } of stations) addWeek(network, id, stationWeek(random, village));
  return byNight;
}

const CLOSED = [
  ['停电检修，全天停诊', 'Closed all day: the electricity is being serviced'],
  ['信息系统升级，全天停诊', 'Closed all day: the information system is being renewed'],
  ['消防设施检修，全天停诊', 'Closed all day: fire safety equipment is being serviced'],
] as const;
const MORNING_ONLY = ['业务培训，下午停诊', 'Open in the morning only: staff training'] as const;

/** A few dated exceptions in the coming three weeks, at places without a joint clinic. */
export function addOpeningExceptions(
  network: Network,
  { centres, stations }: Sites,
  { seed, today, plans }: { seed: number; today: CivilDate; plans: readonly Plan[] },
): void {
  const random = openRandom(seed, 'opening exceptions');
  const hosts = new Set(plans.map(({ clinic }) => clinic.centre.id));
  const chosen = [
    ...random.sample(
      centres.filter(({ id }) => !hosts.has(id)),
      6,
    ),
    ...random.sample(stations, 18),
  ];
  const workdays = Array.from({ length: 21 }, (_, index) => addDays(today, index)).filter(
    (date) => weekdayOf(date) <= 5,
  );
  for (const { id } of chosen) {
    const closed = random.chance(0.6);
    const [reason, reasonEn] = closed ? random.pick(CLOSED) : MORNING_ONLY;
    network.openingException.push({
      id: `${id}-exception-1`,
      facilityId: id,
      date: random.pick(workdays),
      opensMinute: closed ? null : 480,
      closesMinute: closed ? null : 660,
      reason,
      reasonEn,
      origin: 'demonstration',
    });
  }
}
