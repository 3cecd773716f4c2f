import { FACILITY_STATUSES, FEATURES, ORIGINS, POSITION_EXACTNESS } from '@/lib/directory/schema';
import type { Column } from '@/lib/registry/schema';

// The columns that every kind of facility has, in the order of the file.

export const FACILITY_HEAD: readonly Column[] = [
  { key: 'id', type: { kind: 'id' } },
  { key: 'name', type: { kind: 'text', most: 80 }, required: true },
  { key: 'nameEn', type: { kind: 'text', most: 160 } },
  { key: 'shortName', type: { kind: 'text', most: 40 } },
  { key: 'district', type: { kind: 'reference', to: 'district' }, required: true },
  { key: 'subdistrict', type: { kind: 'reference', to: 'subdistrict' } },
];

export const FACILITY_TAIL: readonly Column[] = [
  { key: 'address', type: { kind: 'text', most: 120 } },
  { key: 'addressEn', type: { kind: 'text', most: 200 } },
  { key: 'phone', type: { kind: 'phone' } },
  { key: 'latitude', type: { kind: 'latitude' } },
  { key: 'longitude', type: { kind: 'longitude' } },
  { key: 'datum', type: { kind: 'datum' } },
  { key: 'exactness', type: { kind: 'choice', choices: 'exactness', values: POSITION_EXACTNESS } },
  { key: 'hours', type: { kind: 'hours' } },
  { key: 'holidays', type: { kind: 'yes_no' }, standard: 'no' },
  { key: 'status', type: { kind: 'choice', choices: 'status', values: FACILITY_STATUSES }, standard: 'operating' },
  { key: 'features', type: { kind: 'choices', choices: 'feature', values: FEATURES } },
];

/** What a facility was called before, and what its entry rests on. */
export const FACILITY_PAST: readonly Column[] = [
  { key: 'formerNames', type: { kind: 'former_names' } },
  { key: 'source', type: { kind: 'text', most: 200 } },
];

/** What a facility offers, from the catalogues. */
export const OFFERED: readonly Column[] = [
  { key: 'techniques', type: { kind: 'references', to: 'technique' } },
  { key: 'conditions', type: { kind: 'references', to: 'condition' } },
];

/** Where an entry is from; what a commission brings is its own unless its row says otherwise. */
export const ORIGIN: Column = {
  key: 'origin',
  type: { kind: 'choice', choices: 'origin', values: ORIGINS },
  standard: 'imported',
};
