import type { Match, SessionView } from '@/lib/public-directory/schema';
import type { Engine } from '@/lib/public-directory/search/engine';
import { facilityJson, nextSessionJson } from './present';

// The speed of the facilities list lies here: the JSON of each facility, session and list of matches is made once and
// kept as long as the snapshot lives, so that answering a question is copying bytes.

const NULL = Buffer.from('null');
const NO_MATCHES = Buffer.from('[]');

/** The parts of one snapshot's answers, by the engine's numbers. */
export class Fragments {
  readonly #engine: Engine;
  readonly #facilities: (Buffer | undefined)[] = [];
  readonly #sessions = new WeakMap<SessionView, Buffer>();
  readonly #matches = new WeakMap<readonly Match[], Buffer>();
  // rows that answer alike share one list, so mostly the last one is asked for again
  #lastMatches: readonly Match[] | null = null;
  #lastMatchesBytes: Buffer = NO_MATCHES;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** `{…,"nextExpertSession":` of a facility: everything that changes only with the directory's version. */
  facility(index: number): Buffer {
    const kept = this.#facilities[index];
    if (kept) return kept;
    const facility = this.#engine.facilityAt(index);
    if (!facility) throw new Error('The search named a facility that is not in its snapshot.');
    const json = JSON.stringify(facilityJson(facility, this.#engine.techniquesOf(index)));
    const made = Buffer.from(`${json.slice(0, -1)},"nextExpertSession":`, 'utf8');
    this.#facilities[index] = made;
    return made;
  }

  /** The JSON of a session, or null. */
  session(session: SessionView | null): Buffer {
    if (!session) return NULL;
    const kept = this.#sessions.get(session);
    if (kept) return kept;
    const made = Buffer.from(JSON.stringify(nextSessionJson(session)), 'utf8');
    this.#sessions.set(session, made);
    return made;
  }

  /** `[…]` of what answers a question. */
  matches(list: readonly Match[]): Buffer {
    if (list.length === 0) return NO_MATCHES;
    if (list === this.#lastMatches) return this.#lastMatchesBytes;
    let bytes = this.#matches.get(list);
    if (!bytes) {
      const plain = list.map(({ type, code, name, nameEn, via }) => ({ type, code, name, nameEn, via }));
      bytes = Buffer.from(JSON.stringify(plain), 'utf8');
      this.#matches.set(list, bytes);
    }
    this.#lastMatches = list;
    this.#lastMatchesBytes = bytes;
    return bytes;
  }
}

const fragmentsOfEngine = new WeakMap<Engine, Fragments>();

/** The parts kept for an engine. */
export function fragmentsOf(engine: Engine): Fragments {
  let fragments = fragmentsOfEngine.get(engine);
  if (!fragments) {
    fragments = new Fragments(engine);
    fragmentsOfEngine.set(engine, fragments);
  }
  return fragments;
}
