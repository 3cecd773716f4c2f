import { type Ability, subject as withType } from '@casl/ability';
import { accessibleBy, createPrismaAbility, type Model, type PrismaQueryOf } from '@casl/prisma/runtime';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai } from '@/lib/core/dates';
import { Prisma } from '@/lib/db/generated/client';
import type { Actor } from './actor';
import type { Where } from './conditions';
import { rulesOf } from './table';

// The one answer to "who may do what": the `where` of every query, the guard of every command and the visibility of
// every button come from here.

export type { Where } from './conditions';

/**
 * `confirm` is the word of those who were there, or whose expert was; `approve` the second pair of eyes of an authority;
 * `export` takes rows out of the portal; `import` brings in what was recorded elsewhere before.
 */
export const ACTIONS = ['read', 'create', 'update', 'confirm', 'approve', 'export', 'import'] as const;
export type Action = (typeof ACTIONS)[number];

type Subject = Prisma.ModelName | Model<Record<string, unknown>, Prisma.ModelName>;
type AppAbility = Ability<[Action, Subject], PrismaQueryOf<Prisma.TypeMap>>;

const built = new WeakMap<Actor, AppAbility>();

/** The abilities of an actor on a day (today); the day decides which memberships and assignments count. */
export function abilityFor(actor: Actor, today?: CivilDate): AppAbility {
  const kept = today === undefined ? built.get(actor) : undefined;
  if (kept) return kept;
  const ability = createPrismaAbility<AppAbility>(rulesOf(actor, today ?? dateInShanghai(now())));
  if (today === undefined) built.set(actor, ability);
  return ability;
}

/** Matches no row, wherever it stands in a condition. An empty OR would not do: inside an AND, Prisma drops it. */
function nothingOf<Name extends Prisma.ModelName>(model: Name): Where<Name> {
  const [column] = Object.keys(Prisma[`${model}ScalarFieldEnum`]);
  if (!column) throw new Error(`${model} has no columns`);
  // every table's first column takes `in`, which TypeScript cannot see for a name that is not known yet
  return { [column]: { in: [] } } as Where<Name>;
}

/** The rows of a table on which the actor may act, as a Prisma condition; matches nothing where the actor may not. */
export function whereFor<Name extends Prisma.ModelName>(actor: Actor, action: Action, model: Name): Where<Name> {
  const ability = abilityFor(actor);
  if (!ability.can(action, model)) return nothingOf(model);
  // CASL keeps its rows by the table's name, so this is a condition on that very table
  return accessibleBy(ability, action).ofType(model) as Where<Name>;
}

/** Whether the actor may act on a table at all: for navigation, buttons and the first line of a command. */
export function mayI(actor: Actor, action: Action, model: Prisma.ModelName): boolean {
  return abilityFor(actor).can(action, model);
}

/**
 * Whether the actor may act on one row. The row must carry the relations its scope runs over; what it lacks counts as
 * out of scope. Commands ask the database with `whereFor` instead.
 */
export function mayIOn(actor: Actor, action: Action, model: Prisma.ModelName, row: Record<string, unknown>): boolean {
  return abilityFor(actor).can(action, withType(model, { ...row }));
}
