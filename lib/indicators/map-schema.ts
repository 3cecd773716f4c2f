import type { Wgs84 } from '@/lib/core/geo';
import type { ClinicStatus } from '@/lib/joint-clinics/schema';

/** A clinic where it is, as it stands on a day. */
export type PlacedClinic = {
  id: string;
  name: string;
  nameEn: string;
  districtCode: string;
  centreId: string;
  centreName: string;
  centreNameEn: string;
  status: Extract<ClinicStatus, 'operating' | 'suspended'>;
  position: Wgs84;
};

/** What a map shows besides figures: clinics, and the districts that are repeated larger. */
export type MapPlaces = { clinics: PlacedClinic[]; districtCodes: string[]; centralCodes: string[] };
