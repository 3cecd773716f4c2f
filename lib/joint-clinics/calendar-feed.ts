import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { LRUCache } from 'lru-cache';
import { sessionEnd, sessionStart } from './rules';
import type { FeedEvent } from './schema';

/** How often a calendar program should ask again; stop notices come at short notice. */
const REFRESH_SECONDS = 3 * 3600;

/** Never changes, not even with the deployment's address: a calendar program recognises a session by its UID. */
const UID_SUFFIX = 'joint-clinics.tcm-alliances';

export type Feed = {
  name: string;
  description: string;
  /** the page the feed belongs to */
  url: string;
  language: string;
  /** the directory's version: it only grows, so a later feed always replaces an earlier one */
  revision: number;
  /** when the directory was last read */
  stamp: Date;
  events: readonly FeedEvent[];
};

/** Writes sessions as an iCalendar document (RFC 5545) with instants in UTC and stable UIDs. */
export function calendarFeed({ name, description, url, language, revision, stamp, events }: Feed): string {
  // no timezone is set: with one, plain dates would be printed in the time zone of the process and without a Z
  const calendar = ical({
    name,
    description,
    url,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'tcm-alliances', product: 'joint-clinics', language: language.toUpperCase() },
    ttl: REFRESH_SECONDS,
  });
  for (const event of events) {
    calendar.createEvent({
      id: sessionUid(event),
      sequence: revision,
      stamp,
      start: sessionStart(event),
      end: sessionEnd(event),
      status: event.stopped ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: event.summary,
      location: event.location,
      description: event.description,
      url: event.url,
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** Characters of feeds kept; one of the whole city is near a million. */
const KEPT_CHARACTERS = 12_000_000;

const kept = new LRUCache<string, string>({ maxSize: KEPT_CHARACTERS, sizeCalculation: (text) => text.length || 1 });

/**
 * A feed written once and kept while nothing in it changed: calendar programs ask for the same one again and again.
 * @param key names everything the text depends on, the directory's version among it
 */
export function keptFeed(key: string, write: () => string): string {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const text = write();
  kept.set(key, text);
  return text;
}

/** The UID of a session: clinic, date and half-day, which no two sessions share. */
export function sessionUid({ clinicId, date, half }: Pick<FeedEvent, 'clinicId' | 'date' | 'half'>): string {
  return `${clinicId}-${date}-${half}@${UID_SUFFIX}`;
}
