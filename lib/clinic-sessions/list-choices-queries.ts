import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { clinicsAsked } from './list-place';
import type { ChoiceGroup, FilterNames, SessionChoices, SessionFilter } from './list-schema';

/** Nobody reads a longer list to its end; a district or an alliance makes it shorter. */
const MANY = 300;

type Named = { id: string; name: string; nameEn: string };
type Row = { choice: Named; group: Named };

const NAMED = { name: true, nameEn: true } as const;
const NAMES = { id: true, ...NAMED } as const;

function grouped(rows: readonly Row[]): ChoiceGroup[] {
  const groups = new Map<string, ChoiceGroup>();
  for (const { choice, group } of rows) {
    const known = groups.get(group.id) ?? { name: group.name, nameEn: group.nameEn, choices: [] };
    if (!known.choices.some(({ id }) => id === choice.id)) known.choices.push(choice);
    groups.set(group.id, known);
  }
  return [...groups.values()];
}

function unlessMany(rows: readonly Row[]): ChoiceGroup[] | null {
  const groups = grouped(rows);
  return groups.reduce((sum, { choices }) => sum + choices.length, 0) > MANY ? null : groups;
}

/**
 * What the filters of the list offer within the actor's scope: of the district and alliance that are chosen, and always
 * what is chosen already. A list of more than three hundred is null, until a district or an alliance is chosen.
 */
export async function listSessionChoices(actor: Actor, filter: SessionFilter): Promise<SessionChoices> {
  const { district, alliance, centre, clinic, expert, trainee } = filter;
  const narrow = clinicsAsked({ district, alliance });
  const mine = whereFor(actor, 'read', 'JointClinic');
  const within = (chosen: Prisma.JointClinicWhereInput[]) => ({ AND: [mine, { OR: [narrow, ...chosen] }] });
  const [districts, clinics, experts, trainees] = await Promise.all([
    db().district.findMany({
      where: { facilities: { some: { communityCentre: { is: { jointClinics: { some: mine } } } } } },
      select: { code: true, name: true, nameEn: true },
      orderBy: { code: 'asc' },
    }),
    db().jointClinic.findMany({
      where: within([...(clinic ? [{ id: clinic }] : []), ...(centre ? [{ centreId: centre }] : [])]),
      select: {
        ...NAMES,
        centre: { select: { facility: { select: { ...NAMES, district: { select: { name: true, nameEn: true } } } } } },
      },
      orderBy: [{ centreId: 'asc' }, { id: 'asc' }],
    }),
    db().expert.findMany({
      where: {
        AND: [
          whereFor(actor, 'read', 'Expert'),
          { OR: [{ clinics: { some: { clinic: { is: within([]) } } } }, { id: { in: expert ? [expert] : [] } }] },
        ],
      },
      select: { ...NAMES, hospital: { select: { facility: { select: NAMES } } } },
      orderBy: [{ hospitalId: 'asc' }, { id: 'asc' }],
      take: MANY + 1,
    }),
    db().traineeDoctor.findMany({
      where: {
        AND: [
          whereFor(actor, 'read', 'TraineeDoctor'),
          { OR: [{ clinics: { some: { clinic: { is: within([]) } } } }, { id: { in: trainee ? [trainee] : [] } }] },
        ],
      },
      select: { ...NAMES, centre: { select: { facility: { select: NAMES } } } },
      orderBy: [{ centreId: 'asc' }, { id: 'asc' }],
      take: MANY + 1,
    }),
  ]);
  const centres = clinics.map(({ centre: { facility } }) => {
    const { district: area, ...choice } = facility;
    return { choice, group: { ...area, id: area.name } };
  });
  return {
    districts: districts.map(({ code, ...named }) => ({ id: code, ...named })),
    centres: unlessMany(centres),
    clinics: unlessMany(clinics.map(({ centre: { facility }, ...choice }) => ({ choice, group: facility }))),
    experts: unlessMany(experts.map(({ hospital, ...choice }) => ({ choice, group: hospital.facility }))),
    trainees: unlessMany(trainees.map(({ centre: { facility }, ...choice }) => ({ choice, group: facility }))),
  };
}

/** The names of the places and people that a filter names by id, as far as the actor may see them. */
export async function getFilterNames(actor: Actor, filter: SessionFilter): Promise<FilterNames> {
  const { district, centre, clinic, expert, trainee } = filter;
  const [area, place, clinics, doctor, learner] = await Promise.all([
    district ? db().district.findUnique({ where: { code: district }, select: { code: true, ...NAMED } }) : null,
    centre
      ? db().communityCentre.findFirst({
          where: { AND: [whereFor(actor, 'read', 'CommunityCentre'), { facilityId: centre }] },
          select: { facility: { select: NAMES } },
        })
      : null,
    clinic
      ? db().jointClinic.findFirst({
          where: { AND: [whereFor(actor, 'read', 'JointClinic'), { id: clinic }] },
          select: NAMES,
        })
      : null,
    expert
      ? db().expert.findFirst({ where: { AND: [whereFor(actor, 'read', 'Expert'), { id: expert }] }, select: NAMES })
      : null,
    trainee
      ? db().traineeDoctor.findFirst({
          where: { AND: [whereFor(actor, 'read', 'TraineeDoctor'), { id: trainee }] },
          select: NAMES,
        })
      : null,
  ]);
  return {
    ...(area && { district: { id: area.code, name: area.name, nameEn: area.nameEn } }),
    ...(place && { centre: place.facility }),
    ...(clinics && { clinic: clinics }),
    ...(doctor && { expert: doctor }),
    ...(learner && { trainee: learner }),
  };
}
