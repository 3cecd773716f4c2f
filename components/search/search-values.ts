import type { Option, OptionGroup } from '@/components/ui/option-markup';
import type { AllianceCode } from '@/lib/core/alliance-codes';
import type { FacilityKind, Feature } from '@/lib/directory/schema';

/** What the search form shows as chosen, as its controls write it; empty means not chosen. */
export type SearchValues = {
  q: string;
  near: string;
  /** a subdistrict or landmark to measure from, or a district to stay in */
  place: string;
  when: string;
  kinds: readonly FacilityKind[];
  technique: string;
  condition: string;
  alliance: AllianceCode | '';
  expertThisWeek: boolean;
  features: readonly Feature[];
  radius: string;
  sort: string;
  map: boolean;
};

export const NO_SEARCH_VALUES: SearchValues = {
  q: '',
  near: '',
  place: '',
  when: '',
  kinds: [],
  technique: '',
  condition: '',
  alliance: '',
  expertThisWeek: false,
  features: [],
  radius: '',
  sort: '',
  map: false,
};

/** What can be chosen, named in the reader's language. */
export type SearchChoices = {
  places: readonly OptionGroup[];
  techniques: readonly Option[];
  conditions: readonly OptionGroup[];
};
