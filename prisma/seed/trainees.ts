import { addDays, type CivilDate } from '@/lib/core/dates';
import type { Clinic } from './clinics';
import { laterOf } from './date-order';
import type { Network } from './network';
import type { PersonName } from './people';
import { openRandom, type Random } from './random';
import type { Scale } from './scale';

const AT_MOST_A_CLINIC = 4;

/** Trainee doctors, each learning in a clinic of their own centre from its first expert; some also hold a hospital post. */
export function addTrainees(
  network: Network,
  {
    seed,
    today,
    scale,
    clinics,
    newName,
  }: {
    seed: number;
    today: CivilDate;
    scale: Pick<Scale, 'trainees' | 'dualEmployed' | 'years'>;
    clinics: readonly Clinic[];
    newName: (random: Random) => PersonName;
  },
): void {
  const random = openRandom(seed, 'trainees');
  // every clinic teaches one; the others are dealt out while there is room
  const places = [
    ...clinics,
    ...random
      .shuffle(Array.from({ length: AT_MOST_A_CLINIC - 1 }, () => clinics).flat())
      .slice(0, scale.trainees - clinics.length),
  ];
  const year = Number(today.slice(0, 4));
  const numberAt = new Map<string, number>();
  const hired = new Set(random.sample([...places.keys()], scale.dualEmployed));
  const cohorts = Array.from({ length: scale.years + 1 }, (_, ago) => year - scale.years + ago);

  for (const [index, { id: clinicId, centre, experts, hospitalId, openedOn }] of places.entries()) {
    const number = (numberAt.get(centre.id) ?? 0) + 1;
    numberAt.set(centre.id, number);
    const id = `trainee-${centre.id.replace('centre-', '')}-${number}`;
    const cohort = random.weighted(cohorts, (candidate) => candidate - year + scale.years + 3);
    const joined = addDays(today, -random.whole(20, 80) - 365 * (year - cohort));
    // nobody learns in a clinic that is not open yet
    const validFrom = laterOf(joined, openedOn);
    network.traineeDoctor.push({
      id,
      ...newName(random),
      centreId: centre.id,
      mentorId: random.pick(experts).id,
      cohort,
      // two half-days in most weeks of two years, or of three for whoever is employed at the hospital too
      goalSessions: hired.has(index) ? 240 : 160,
      active: true,
      origin: 'demonstration',
    });
    network.jointClinicTrainee.push({ clinicId, traineeId: id, centreId: centre.id, validFrom, validTo: null });
    if (hired.has(index))
      network.dualEmployment.push({
        traineeId: id,
        hospitalId,
        validFrom: addDays(validFrom, random.whole(0, 20)),
        validTo: null,
        origin: 'demonstration',
      });
  }
}
