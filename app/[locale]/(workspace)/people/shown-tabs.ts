import type { PeopleTab } from '@/components/people/people-tabs';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { mayCompareMentors } from '@/lib/training/mentor-queries';

/** The lists of people that an actor may use. */
export function peopleTabs(actor: Actor): PeopleTab[] {
  return [
    ...(mayI(actor, 'read', 'TraineeDoctor') ? (['trainees'] as const) : []),
    ...(mayI(actor, 'read', 'Expert') ? (['experts'] as const) : []),
    ...(mayCompareMentors(actor) ? (['mentors'] as const) : []),
  ];
}
