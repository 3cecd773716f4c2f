import { LRUCache } from 'lru-cache';
import { distanceMetres, type Wgs84 } from '@/lib/core/geo';
import type { OpeningState } from '@/lib/directory/schema';
import { buildIndex, type DirectoryIndex, namesOf } from '@/lib/public-directory/directory-index';
import type { DirectoryRecords, FacilityRecord } from '@/lib/public-directory/records-schema';
import type {
  CodedName,
  DirectoryQuery,
  DirectorySearchResult,
  FacilityRow,
  Match,
  Relaxation,
  SessionView,
  Understanding,
} from '@/lib/public-directory/schema';
import { cursorAfterPlace, InvalidCursorError, placeOfCursor } from './cursor';
import { buildParts, type EngineParts } from './engine-parts';
import { interpret, type Meaning } from './interpret';
import { type Page, pageOfOrder } from './order';
import { countInRadius, type Filters, makePlan, type Plan } from './plan';
import { withRelaxation } from './relax';
import { filtersOf, originOf, outsideOf, sortOf } from './resolve';
import type { NextSession } from './session-board';
import { sessionViewer } from './session-view';
import { chordOfMetres } from './spatial';
import { suggestionsOf } from './suggest';

// The search of the public directory: pure, in memory, over one immutable set of records. What a question means and
// which facilities answer it is computed once and kept; a request then only looks for the nearest among them.

type Question = { meaning: Meaning | null; terms: readonly Match[]; suggestions: readonly string[] | null };

/** Facilities that answer a query, nearest or best first, with what a caller may ask about each. */
export type IndexedResult = {
  /** numbers that `facilityAt` and the functions below take */
  indexes: readonly number[];
  /** metres from the origin, in the order of `indexes`; null without an origin */
  distances: readonly number[] | null;
  total: number;
  next: string | null;
  understanding: Understanding;
  relaxed: readonly Relaxation[];
  matchesOf: (index: number) => readonly Match[];
  nextExpertSessionOf: (index: number) => SessionView | null;
};

const MAX_QUESTIONS = 2000;
const PLAN_CACHE_BYTES = 48 * 1024 * 1024;
const MAX_TERMS = 12;
const NO_SUGGESTIONS: readonly string[] = [];

export class Engine {
  private readonly questions = new LRUCache<string, Question>({ max: MAX_QUESTIONS });
  private readonly plans: LRUCache<string, Plan>;
  private readonly viewOf: (next: NextSession) => SessionView | null;
  private readonly techniqueNames: (readonly CodedName[] | undefined)[] = [];
  /** the board revision that the kept plans belong to */
  private revision = -1;

  constructor(
    private readonly parts: EngineParts,
    private readonly index: DirectoryIndex,
  ) {
    this.viewOf = sessionViewer(parts.records, index);
    // a plan holds about eight sets of facilities, one bit each
    this.plans = new LRUCache({
      maxSize: PLAN_CACHE_BYTES,
      sizeCalculation: () => parts.facilities.length + 4096,
    });
  }

  /**
   * Answers a query with rows ready for a page.
   * @throws InvalidCursorError when the cursor was not made by this search.
   */
  search(query: DirectoryQuery, now: Date): DirectorySearchResult {
    const found = this.searchIndexes(query, now);
    const rows = found.indexes.flatMap((id, at): FacilityRow[] => {
      const facility = this.facilityAt(id);
      if (!facility) return [];
      return [
        {
          facility,
          techniques: this.techniquesOf(id),
          opening: this.openingOf(id, now),
          nextExpertSession: found.nextExpertSessionOf(id),
          distanceMetres: found.distances?.[at] ?? null,
          matches: found.matchesOf(id),
        },
      ];
    });
    const { total, next, understanding, relaxed } = found;
    return { rows, total, next, understanding, relaxed };
  }

  /**
   * Answers a query with facility numbers only; what is asked about a row is looked up then.
   * @throws InvalidCursorError when the cursor was not made by this search.
   */
  searchIndexes(query: DirectoryQuery, now: Date): IndexedResult {
    const { parts } = this;
    const after = query.cursor === null ? null : placeOfCursor(query.cursor);
    if (query.cursor !== null && !after) throw new InvalidCursorError();
    parts.board.moveTo(now);
    const question = this.questionOf(query.q ?? '');
    const { meaning } = question;
    const filters = filtersOf(query, meaning, now);
    const plan = this.planOf(question, query.q ?? '', filters, now);
    const origin = originOf(query.near, meaning);
    const { within, total, relaxed } = this.inRadius(plan, query.radiusMetres, origin?.position ?? null);
    const page = pageOfOrder(parts.spatial, plan.sections[sortOf(query, meaning, origin !== null)], {
      origin: origin?.position ?? null,
      within,
      limit: query.limit,
      after,
    });
    const lost = total === 0 || relaxed.includes('text') || (meaning !== null && meaning.unknown.length > 0);
    return {
      indexes: page.ids,
      distances: origin && this.distances(page, origin.position),
      total,
      next: page.more && page.last ? cursorAfterPlace(page.last) : null,
      understanding: {
        origin,
        terms: question.terms,
        open: filters.open,
        unknown: meaning?.unknown ?? [],
        suggestions: lost ? this.suggestionsFor(question) : NO_SUGGESTIONS,
        outside: outsideOf(query.near),
      },
      relaxed,
      matchesOf: plan.matchesOf,
      nextExpertSessionOf: (id) => {
        const next = plan.nextOf(id);
        return next && this.viewOf(next);
      },
    };
  }

  /** The facility of a number. */
  facilityAt(index: number): FacilityRecord | null {
    return this.parts.facilities[index] ?? null;
  }

  /** The techniques of a facility with their names, in the record's order. */
  techniquesOf(index: number): readonly CodedName[] {
    const known = this.techniqueNames[index];
    if (known) return known;
    const names = namesOf(this.facilityAt(index)?.techniqueCodes ?? [], this.index.techniques);
    this.techniqueNames[index] = names;
    return names;
  }

  /** Whether a facility is open at an instant, and when that changes. */
  openingOf(index: number, now: Date): OpeningState {
    return this.parts.facets.openingOf(index, now);
  }

  private questionOf(text: string): Question {
    const known = this.questions.get(text);
    if (known) return known;
    const meaning = text === '' ? null : interpret(this.parts.lexicon, this.parts.text, this.parts.places, text);
    const question: Question = { meaning, terms: meaning ? termsOf(meaning) : [], suggestions: null };
    this.questions.set(text, question);
    return question;
  }

  private planOf(question: Question, text: string, filters: Filters, now: Date): Plan {
    const { board } = this.parts;
    if (this.revision !== board.revision) {
      // a session ended or a day began: answers that name sessions may have changed
      this.plans.clear();
      this.revision = board.revision;
    }
    const key = `${filterKey(filters, now)}|${text}`;
    const known = this.plans.get(key);
    if (known) return known;
    const plan = makePlan(this.parts, question.meaning, filters, now);
    this.plans.set(key, plan);
    return plan;
  }

  /** Nothing within the radius: the nearest anyway, and said so. */
  private inRadius(plan: Plan, metres: number | null, origin: Wgs84 | null) {
    const anywhere = { within: Number.POSITIVE_INFINITY, total: plan.total, relaxed: plan.relaxed };
    if (!origin || metres === null || plan.total === 0) return anywhere;
    const total = countInRadius(this.parts, plan, origin, metres);
    if (total === 0) return { ...anywhere, relaxed: withRelaxation(plan.relaxed, 'radius') };
    return { within: chordOfMetres(metres), total, relaxed: plan.relaxed };
  }

  private distances(page: Page, origin: Wgs84): number[] {
    return page.ids.map((id) => distanceMetres(origin, this.parts.facilities[id]?.position ?? origin));
  }

  private suggestionsFor(question: Question): readonly string[] {
    question.suggestions ??= suggestionsOf(this.parts, question.meaning);
    return question.suggestions;
  }
}

/** Builds the engine over the records of one snapshot. */
export function buildEngine(records: DirectoryRecords, index: DirectoryIndex = buildIndex(records)): Engine {
  return new Engine(buildParts(records), index);
}

function filterKey(filters: Filters, now: Date): string {
  const { technique, condition, district, alliance, kinds, features, expertThisWeek } = filters;
  const open = filters.open === 'now' ? Math.floor(now.getTime() / 60_000) : filters.open;
  return `${technique}|${condition}|${district}|${alliance}|${kinds}|${features}|${open}|${expertThisWeek}`;
}

function termsOf({ groups, districts, origins }: Meaning): Match[] {
  const words = groups.flatMap(({ entities, facilities }) =>
    [...facilities.map(({ match }) => match), ...entities.map(({ match }) => match)].slice(0, MAX_TERMS),
  );
  return [...words, ...districts.map(({ match }) => match), ...origins.map(({ match }) => match)];
}

/** `engine.search` as a function. */
export function search(engine: Engine, query: DirectoryQuery, now: Date): DirectorySearchResult {
  return engine.search(query, now);
}

/** `engine.searchIndexes` as a function. */
export function searchIndexes(engine: Engine, query: DirectoryQuery, now: Date): IndexedResult {
  return engine.searchIndexes(query, now);
}

/** `engine.facilityAt` as a function. */
export function facilityAt(engine: Engine, index: number): FacilityRecord | null {
  return engine.facilityAt(index);
}

/** `engine.techniquesOf` as a function. */
export function techniquesOf(engine: Engine, index: number): readonly CodedName[] {
  return engine.techniquesOf(index);
}
