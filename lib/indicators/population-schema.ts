import type { Origin } from '@/lib/directory/schema';

/** The residents of a subdistrict in the latest year that was given; small numbers are withheld (null with a mark). */
export type SubdistrictResidents = {
  code: string;
  name: string;
  nameEn: string;
  district: { code: string; name: string; nameEn: string };
  year: number;
  residents: number | null;
  /** null where nobody gave them */
  residents65: number | null;
  withheld: boolean;
  source: string;
  origin: Origin;
};
