import type { CivilDate } from '@/lib/core/dates';
import { isOpenInSlot, openingState } from '@/lib/directory/rules';
import type { FacilityKind, Feature, Holiday, OpeningState } from '@/lib/directory/schema';
import type { DirectoryRecords, FacilityRecord } from '@/lib/public-directory/records-schema';
import type { Slot } from '@/lib/public-directory/schema';
import { addBit, type Bits, emptyBits } from './bitset';
import { slotParts } from './time-words';

// Which facilities have a property: one set per value, so that filtering is combining sets.

export class Facets {
  readonly size: number;
  readonly none: Bits;
  /** every facility a resident may be sent to: not closed for good */
  readonly listed: Bits;
  readonly kinds: ReadonlyMap<FacilityKind, Bits>;
  readonly districts: ReadonlyMap<string, Bits>;
  readonly alliances: ReadonlyMap<string, Bits>;
  readonly features: ReadonlyMap<Feature, Bits>;
  readonly techniques: ReadonlyMap<string, Bits>;
  /** offered there, or treated in a joint clinic there */
  readonly conditions: ReadonlyMap<string, Bits>;
  readonly subdistricts: ReadonlyMap<string, Bits>;
  /** dispensed there, and the hospital that makes it */
  readonly preparations: ReadonlyMap<string, Bits>;
  private readonly operating: Bits;
  private readonly hours: HourClasses;
  private readonly slots = new Map<Slot, Bits>();
  private now: { minute: number; bits: Bits } | null = null;

  constructor(
    records: DirectoryRecords,
    private readonly facilities: readonly FacilityRecord[],
    indexOf: ReadonlyMap<string, number>,
    private readonly holidays: ReadonlyMap<CivilDate, Holiday>,
  ) {
    const size = facilities.length;
    this.size = size;
    this.none = emptyBits(size);
    this.listed = emptyBits(size);
    this.operating = emptyBits(size);
    for (const [id, { status }] of facilities.entries()) {
      if (status !== 'closed') addBit(this.listed, id);
      if (status === 'operating') addBit(this.operating, id);
    }
    this.kinds = grouped(facilities, ({ kind }) => [kind]);
    this.districts = grouped(facilities, ({ districtCode }) => [districtCode]);
    this.alliances = grouped(facilities, ({ alliance }) => [alliance]);
    this.features = grouped(facilities, ({ features }) => features);
    this.techniques = grouped(facilities, ({ techniqueCodes }) => techniqueCodes);
    this.subdistricts = grouped(facilities, ({ subdistrictCode }) => (subdistrictCode ? [subdistrictCode] : []));
    this.conditions = withClinics(
      grouped(facilities, ({ conditionCodes }) => conditionCodes),
      records,
      indexOf,
      size,
    );
    this.preparations = withOwners(
      grouped(facilities, ({ preparationIds }) => preparationIds),
      records,
      indexOf,
      size,
    );
    this.hours = new HourClasses(facilities);
  }

  /** Facilities open at an instant, or by their weekly hours in a half-day; computed once per minute or slot. */
  open(filter: 'now' | Slot, instant: Date): Bits {
    if (filter !== 'now') {
      const known = this.slots.get(filter);
      if (known) return known;
      const { weekday, half } = slotParts(filter);
      const bits = this.byHours((facility) => isOpenInSlot(facility, weekday, half));
      this.slots.set(filter, bits);
      return bits;
    }
    const minute = Math.floor(instant.getTime() / 60_000);
    if (this.now?.minute !== minute) {
      const bits = this.byHours((facility) => openingState(facility, this.holidays, instant).state === 'open');
      this.now = { minute, bits };
    }
    return this.now.bits;
  }

  /** Whether and until when a facility is open; facilities with the same hours share one answer per minute. */
  openingOf(id: number, instant: Date): OpeningState {
    const facility = this.facilities[id];
    if (!facility) return { state: 'unknown' };
    return this.hours.stateOf(id, facility, this.holidays, instant);
  }

  private byHours(isOpen: (facility: FacilityRecord) => boolean): Bits {
    const bits = emptyBits(this.size);
    const open = this.hours.representatives.map(isOpen);
    const classes = this.hours.classes;
    for (let id = 0; id < this.size; id++) if (open[classes[id] ?? 0]) addBit(bits, id);
    for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] ?? 0) & (this.operating[word] ?? 0);
    return bits;
  }
}

/** Facilities with equal hours, exceptions and holiday rule form one class. */
class HourClasses {
  readonly classes: Int32Array;
  readonly representatives: FacilityRecord[] = [];
  private minute = -1;
  private states: (OpeningState | undefined)[] = [];

  constructor(facilities: readonly FacilityRecord[]) {
    this.classes = new Int32Array(facilities.length);
    const texts = new Map<readonly unknown[], string>();
    const textOf = (list: readonly unknown[]) => {
      const known = texts.get(list);
      if (known !== undefined) return known;
      const text = JSON.stringify(list);
      texts.set(list, text);
      return text;
    };
    const byKey = new Map<string, number>();
    for (const [id, facility] of facilities.entries()) {
      const key = `${facility.opensOnHolidays}${textOf(facility.hours)}${textOf(facility.exceptions)}`;
      const known = byKey.get(key);
      if (known === undefined) {
        byKey.set(key, this.representatives.length);
        this.classes[id] = this.representatives.length;
        this.representatives.push(facility);
      } else this.classes[id] = known;
    }
  }

  stateOf(
    id: number,
    facility: FacilityRecord,
    holidays: ReadonlyMap<CivilDate, Holiday>,
    instant: Date,
  ): OpeningState {
    const minute = Math.floor(instant.getTime() / 60_000);
    if (minute !== this.minute) {
      this.minute = minute;
      this.states = [];
    }
    const each = this.classes[id] ?? 0;
    const known = this.states[each];
    if (known) return known;
    const state = openingState(facility, holidays, instant);
    this.states[each] = state;
    return state;
  }
}

function grouped<K extends string>(
  facilities: readonly FacilityRecord[],
  keysOf: (facility: FacilityRecord) => readonly K[],
): Map<K, Bits> {
  const sets = new Map<K, Bits>();
  for (const [id, facility] of facilities.entries()) {
    for (const key of keysOf(facility)) addTo(sets, key, id, facilities.length);
  }
  return sets;
}

function addTo<K>(sets: Map<K, Bits>, key: K, id: number, size: number): void {
  let bits = sets.get(key);
  if (!bits) {
    bits = emptyBits(size);
    sets.set(key, bits);
  }
  addBit(bits, id);
}

function withClinics(
  sets: Map<string, Bits>,
  records: DirectoryRecords,
  indexOf: ReadonlyMap<string, number>,
  size: number,
): Map<string, Bits> {
  for (const clinic of records.clinics) {
    const centre = indexOf.get(clinic.centreId);
    if (centre === undefined) continue;
    for (const code of clinic.conditionCodes) addTo(sets, code, centre, size);
  }
  return sets;
}

function withOwners(
  sets: Map<string, Bits>,
  records: DirectoryRecords,
  indexOf: ReadonlyMap<string, number>,
  size: number,
): Map<string, Bits> {
  for (const { id, hospitalId } of records.preparations) {
    const hospital = indexOf.get(hospitalId);
    if (hospital !== undefined) addTo(sets, id, hospital, size);
  }
  return sets;
}
