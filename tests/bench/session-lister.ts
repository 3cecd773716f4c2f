import type { Actor, ActorScope } from '@/lib/access/actor';
import { listClinicSessions } from '@/lib/clinic-sessions/list-queries';
import type { SessionFilter } from '@/lib/clinic-sessions/list-schema';
import { now } from '@/lib/core/clock';
import { addDays, dateInShanghai, fromDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import { parsePeriod } from '@/lib/indicators/period-rules';
import { traineeFilterSchema } from '@/lib/training/schema';
import { listTrainees } from '@/lib/training/trainee-queries';

// Reads pages of the list as every role with every kind of filter, and prints how long each took.

const TIMES = 3;
const PAGES_OF_TRAINEES = 20;

const clinic = await db().jointClinic.findFirstOrThrow({
  where: { experts: { some: {} }, trainees: { some: {} } },
  select: {
    id: true,
    name: true,
    centreId: true,
    centre: { select: { districtCode: true } },
    experts: { select: { expertId: true }, take: 1 },
    trainees: { select: { traineeId: true }, take: 1 },
  },
  orderBy: { id: 'asc' },
});
const records = await db().clinicSession.count();
const newest = await db().clinicSession.findFirstOrThrow({ orderBy: { date: 'desc' }, select: { date: true } });
const past = addDays(fromDbDate(newest.date), -5 * 365);
const expert = clinic.experts[0]?.expertId ?? '';
const trainee = clinic.trainees[0]?.traineeId ?? '';
const district = clinic.centre.districtCode;

const SCOPES: ActorScope[] = [
  { role: 'city_officer' },
  { role: 'alliance_officer', allianceCode: 'east' },
  { role: 'district_officer', districtCode: district },
  { role: 'centre_clerk', centreId: clinic.centreId },
  { role: 'expert', expertId: expert },
  { role: 'trainee', traineeId: trainee },
];

const FILTERS: SessionFilter[] = [
  {},
  { state: ['submitted'] },
  { state: ['disputed', 'returned'] },
  { state: ['withdrawn'] },
  { state: ['accepted'], held: 'held' },
  { held: 'not_held' },
  { held: 'other', late: true },
  { late: true },
  { extra: true },
  { late: true, extra: true, held: 'not_held' },
  { from: past, to: addDays(past, 30) },
  { district },
  { district, state: ['submitted', 'confirmed'] },
  { alliance: 'north' },
  { alliance: 'east', late: true },
  { centre: clinic.centreId },
  { clinic: clinic.id },
  { expert },
  { expert, late: true },
  { trainee },
  { text: clinic.name.slice(0, 2) },
  { text: clinic.name, held: 'not_held' },
];

const actorOf = (scope: ActorScope): Actor => ({
  ...{ accountId: 'bench', grantId: 'bench', staffSessionId: 'bench', displayName: 'bench', requestId: 'bench' },
  ...scope,
});

const milliseconds: number[] = [];
for (let time = 0; time <= TIMES; time++)
  for (const scope of SCOPES)
    for (const filter of FILTERS)
      for (const cursor of [undefined, { date: past, id: 'zzz' }]) {
        const started = performance.now();
        await listClinicSessions(actorOf(scope), filter, { cursor });
        // the first round fills caches
        if (time > 0) milliseconds.push(performance.now() - started);
      }

// the lists of trainees, thirty a page with what each attended in a year
const period = parsePeriod('12m', dateInShanghai(now()));
if (!period) throw new Error('twelve months are a period');
const trainees: number[] = [];
for (let time = 0; time <= PAGES_OF_TRAINEES; time++)
  for (const scope of SCOPES.slice(0, 3)) {
    const started = performance.now();
    await listTrainees(actorOf(scope), traineeFilterSchema.parse({}), period);
    if (time > 0) trainees.push(performance.now() - started);
  }
await db().$disconnect();
console.log(JSON.stringify({ records, milliseconds, trainees }));
