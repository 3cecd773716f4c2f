import type { Wgs84 } from '@/lib/core/geo';
import type { DirectoryQuery, Match, Relaxation, Slot } from '@/lib/public-directory/schema';
import { addAll, addBit, type Bits, countBits, emptyBits, hasBit } from './bitset';
import type { EngineParts } from './engine-parts';
import type { Group, Meaning } from './interpret';
import { bitsOfEntity, expertBits, matcher } from './matches';
import { type Section, sectionOf, sectionsBy } from './order';
import { type Constraint, loosen, withRelaxation } from './relax';
import { type NextSession, sooner } from './session-board';
import { chordOfMetres, placesWithin } from './spatial';

// Everything about a question that does not depend on where it is asked: which facilities answer it, what was
// loosened, what in each facility answers, and which of its expert sessions is meant. Made once, used many times.

export type Plan = {
  bits: Bits;
  total: number;
  relaxed: readonly Relaxation[];
  sections: { distance: readonly Section[]; relevance: readonly Section[]; session: readonly Section[] };
  matchesOf: (id: number) => readonly Match[];
  /** the next session that the question is about, else the facility's next */
  nextOf: (id: number) => NextSession | null;
};

export type Filters = Pick<DirectoryQuery, 'technique' | 'condition' | 'district' | 'alliance'> & {
  kinds: DirectoryQuery['kinds'];
  features: DirectoryQuery['features'];
  open: 'now' | Slot | null;
  expertThisWeek: boolean;
};

const LAST_SECTION = 1e12;

/** Makes the plan of a question and its filters at an instant; the session board must stand at that instant. */
export function makePlan(parts: EngineParts, meaning: Meaning | null, filters: Filters, instant: Date): Plan {
  const wishes = wishesOf(parts, meaning, filters);
  const sessions = sessionsOf(parts, wishes);
  const constraints = constraintsOf(parts, meaning, filters, wishes, sessions, instant);
  const found = loosen(parts.facets.listed, constraints);
  const meaningless = meaning !== null && meaning.unknown.length > 0 && isEmpty(meaning);
  const nextOf = (id: number) => sessions?.get(id) ?? parts.board.ofFacility(id);
  let distance: readonly Section[] | null = null;
  let relevance: readonly Section[] | null = null;
  let session: readonly Section[] | null = null;
  return {
    bits: found.bits,
    total: countBits(found.bits),
    relaxed: meaningless ? withRelaxation(found.relaxed, 'text') : found.relaxed,
    sections: {
      get distance() {
        distance ??= [sectionOf(0, found.bits)];
        return distance;
      },
      get relevance() {
        relevance ??= relevanceSections(found.bits, wishes);
        return relevance;
      },
      get session() {
        session ??= sectionsBy(found.bits, (id) => {
          const next = sessions ? sessions.get(id) : parts.board.ofFacility(id);
          return next?.startMinute ?? LAST_SECTION;
        });
        return session;
      },
    },
    matchesOf: matcher(parts, meaning),
    nextOf,
  };
}

function isEmpty({ groups, districts, origins }: Meaning): boolean {
  return groups.length === 0 && districts.length === 0 && origins.length === 0;
}

/** One wish: the facilities that answer it, those that answer it best, and the clinics it is about. */
type Wish = { name: Relaxation; bits: Bits; best: Bits | null; clinics: { clinic: number; expertId: string | null }[] };

function wishesOf(parts: EngineParts, meaning: Meaning | null, filters: Filters): Wish[] {
  const groups = meaning?.groups ?? [];
  const wishes = groups.map((group) => wishOf(parts, group, groups.length > 1));
  if (filters.condition !== null) {
    const wish = emptyWish(parts, 'condition');
    addCondition(parts, wish, filters.condition);
    wishes.push(wish);
  }
  return wishes;
}

function emptyWish(parts: EngineParts, name: Relaxation): Wish {
  return { name, bits: emptyBits(parts.facets.size), best: null, clinics: [] };
}

function wishOf(parts: EngineParts, group: Group, oneOfMany: boolean): Wish {
  const types = new Set(group.entities.map(({ entity }) => entity.type));
  const only = types.size === 1 ? [...types][0] : null;
  const wish = emptyWish(parts, oneOfMany && (only === 'technique' || only === 'condition') ? only : 'text');
  for (const { id } of group.facilities) addBit(wish.bits, id);
  for (const { entity } of group.entities) {
    if (entity.type === 'condition') addCondition(parts, wish, entity.code);
    else if (entity.type === 'expert') addExpert(parts, wish, entity.code);
    else addAll(wish.bits, bitsOfEntity(parts, entity));
  }
  return wish;
}

function addCondition(parts: EngineParts, wish: Wish, code: string): void {
  addAll(wish.bits, parts.facets.conditions.get(code) ?? parts.facets.none);
  wish.best ??= emptyBits(parts.facets.size);
  for (const clinic of parts.board.operatingFor(code)) {
    addBit(wish.best, parts.board.host(clinic));
    wish.clinics.push({ clinic, expertId: null });
  }
}

function addExpert(parts: EngineParts, wish: Wish, id: string): void {
  addAll(wish.bits, expertBits(parts, id));
  wish.best ??= emptyBits(parts.facets.size);
  for (const clinic of parts.board.operatingWith(id)) {
    addBit(wish.best, parts.board.host(clinic));
    wish.clinics.push({ clinic, expertId: id });
  }
}

/** The next session per facility among the clinics the question is about; null when it is about none in particular. */
function sessionsOf({ board }: EngineParts, wishes: readonly Wish[]): ReadonlyMap<number, NextSession> | null {
  const about = wishes.filter(({ best }) => best !== null);
  if (about.length === 0) return null;
  const sessions = new Map<number, NextSession>();
  for (const { clinics } of about) {
    for (const { clinic, expertId } of clinics) {
      const next = board.ofClinic(clinic, expertId);
      if (next) sessions.set(board.host(clinic), sooner(sessions.get(board.host(clinic)) ?? null, next));
    }
  }
  return sessions;
}

function constraintsOf(
  parts: EngineParts,
  meaning: Meaning | null,
  filters: Filters,
  wishes: readonly Wish[],
  sessions: ReadonlyMap<number, NextSession> | null,
  instant: Date,
): Constraint[] {
  const { facets, board } = parts;
  const constraints: Constraint[] = wishes.map(({ name, bits }) => ({ name, bits }));
  const add = (name: Relaxation, bits: Bits | undefined) => constraints.push({ name, bits: bits ?? facets.none });
  if (filters.open) add('open', facets.open(filters.open, instant));
  if (filters.expertThisWeek) {
    const bits = emptyBits(facets.size);
    for (const [id, next] of sessions ?? board.hosts()) if (board.isThisWeek(next)) addBit(bits, id);
    add('expertThisWeek', bits);
  }
  for (const feature of filters.features) add('features', facets.features.get(feature));
  if (filters.technique !== null) add('technique', facets.techniques.get(filters.technique));
  if (filters.kinds.length > 0)
    add(
      'kinds',
      union(
        facets.size,
        filters.kinds.map((kind) => facets.kinds.get(kind)),
      ),
    );
  if (filters.district !== null) add('district', facets.districts.get(filters.district));
  if (filters.alliance !== null) add('district', facets.alliances.get(filters.alliance));
  const districts = meaning?.districts ?? [];
  if (districts.length > 0)
    add(
      'district',
      union(
        facets.size,
        districts.map(({ entity }) => facets.districts.get(entity.code)),
      ),
    );
  return constraints;
}

function union(size: number, sets: readonly (Bits | undefined)[]): Bits {
  const bits = emptyBits(size);
  for (const set of sets) if (set) addAll(bits, set);
  return bits;
}

/** Facilities that answer more wishes best come first. */
function relevanceSections(bits: Bits, wishes: readonly Wish[]): Section[] {
  const best = wishes.flatMap((wish) => wish.best ?? []);
  if (best.length === 0) return [sectionOf(0, bits)];
  return sectionsBy(bits, (id) => best.reduce((missing, set) => (hasBit(set, id) ? missing : missing + 1), 0));
}

/** How many of a plan's facilities lie within a radius of a position, in metres. */
export function countInRadius(parts: EngineParts, plan: Plan, origin: Wgs84, metres: number): number {
  let count = 0;
  for (const id of placesWithin(parts.spatial, origin, chordOfMetres(metres))) if (hasBit(plan.bits, id)) count++;
  return count;
}
