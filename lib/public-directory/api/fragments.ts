import type { FacilityRecord } from '@/lib/public-directory/records-schema';
import type { CodedName, Match, SessionView } from '@/lib/public-directory/schema';
import { facilityJson, nextSessionJson } from './present';

// The speed of the facilities list lies here: the JSON of each facility, session and list of matches is made once and kept as
// long as its record lives, so that answering a question is copying bytes.

const statics = new WeakMap<FacilityRecord, Buffer>();
const sessions = new WeakMap<SessionView, Buffer>();
const matches = new WeakMap<readonly Match[], Buffer>();

/** `{…,"nextExpertSession":` of a facility: everything that changes only with the directory's version. */
export function facilityBytes(facility: FacilityRecord, techniques: () => readonly CodedName[]): Buffer {
  const kept = statics.get(facility);
  if (kept) return kept;
  const json = JSON.stringify(facilityJson(facility, techniques()));
  const made = Buffer.from(`${json.slice(0, -1)},"nextExpertSession":`, 'utf8');
  statics.set(facility, made);
  return made;
}

/** The JSON of a session. */
export function sessionBytes(session: SessionView): Buffer {
  const kept = sessions.get(session);
  if (kept) return kept;
  const made = Buffer.from(JSON.stringify(nextSessionJson(session)), 'utf8');
  sessions.set(session, made);
  return made;
}

/** `[…]` of what answers a question; the search hands out the same list for rows that answer alike. */
export function matchesBytes(list: readonly Match[]): Buffer {
  const kept = matches.get(list);
  if (kept) return kept;
  const made = Buffer.from(
    JSON.stringify(list.map(({ type, code, name, nameEn, via }) => ({ type, code, name, nameEn, via }))),
    'utf8',
  );
  matches.set(list, made);
  return made;
}

/** Bytes that grow as they are written; one is kept and reused, because writing a list never waits. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafeSlow(64 * 1024);
  #length = 0;

  /** Starts over. */
  reset(): void {
    this.#length = 0;
  }

  /** Appends bytes. */
  bytes(part: Buffer): void {
    this.#reserve(part.length);
    this.#bytes.set(part, this.#length);
    this.#length += part.length;
  }

  /** Appends text of ASCII characters. */
  ascii(text: string): void {
    this.#reserve(text.length);
    this.#length += this.#bytes.write(text, this.#length, 'latin1');
  }

  /** What was written, valid until the next reset: a Response takes a copy when it is made (Fetch, "extract a body"). */
  written(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
