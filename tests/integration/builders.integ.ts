import { expect, it } from 'vitest';
import { buildersOn } from '@/prisma/seed/builders';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase('empty');

it('builds a centre, its station, a clinic with its expert, schedule and trainee on the facts alone', async () => {
  const build = buildersOn(database.db);
  const centre = await build.centre({ name: '测试社区卫生服务中心' });
  const station = await build.station(centre.id, { stationKind: 'village_clinic' });
  await build.offer(centre.id, { conditions: ['A07.06.19'], techniques: ['acupuncture'], features: ['step_free'] });
  await build.open(station.id, [6]);
  const expert = await build.expert();
  const clinic = await build.clinic(centre.id);
  await build.schedule(clinic.id, expert.id);
  await build.schedule(clinic.id, expert.id, { weekday: 5, half: 'pm', startsMinute: 810, endsMinute: 990 });
  const trainee = await build.trainee(clinic.id, { mentorId: expert.id });

  const stored = await database.db.communityCentre.findUniqueOrThrow({
    where: { facilityId: centre.id },
    include: {
      facility: { include: { conditions: true, techniques: true, features: true } },
      stations: { include: { facility: { include: { openingHours: true } } } },
      jointClinics: { include: { schedules: true, experts: true, statuses: true, conditions: true, trainees: true } },
    },
  });
  expect(stored).toMatchObject({
    tcmArea: 'hall',
    facility: { conditions: [{}], techniques: [{}], features: [{ feature: 'step_free' }] },
    stations: [{ stationKind: 'village_clinic', facility: { openingHours: [{ weekday: 6 }] } }],
    jointClinics: [
      {
        schedules: [{}, {}],
        experts: [{ expertId: expert.id }],
        statuses: [{ status: 'operating' }],
        conditions: [{}],
        trainees: [{ traineeId: trainee.id }],
      },
    ],
  });
});

it('numbers what it builds, so that two of a kind never collide', async () => {
  const [first, second] = [buildersOn(database.db, 'a'), buildersOn(database.db, 'b')];
  const ids = [await first.centre(), await first.centre(), await second.centre()].map(({ id }) => id);
  expect(ids).toEqual(['a-centre-1', 'a-centre-2', 'b-centre-1']);
});
