import { addDays, type CivilDate } from '@/lib/core/dates';
import { CATALOGUE_ID } from './facts';
import { groupBy } from './group';
import type { Network } from './network';
import { openRandom } from './random';
import { find, type Reference } from './reference';
import type { Site } from './sites';

/** The share of centres that dispense preparations of their alliance's lead hospital (ours). */
const DISPENSING_SHARE = 0.58;

/** Fictional preparations, dispensed at centres of the owner's alliance, in every district of it. */
export function addPreparations(
  network: Network,
  reference: Reference,
  { seed, today, centres }: { seed: number; today: CivilDate; centres: readonly Site[] },
): void {
  const random = openRandom(seed, 'preparations');
  for (const {
    id,
    owner_hospital,
    name,
    name_en,
    indication,
    indication_en,
    condition_codes,
  } of reference.preparations) {
    network.hospitalPreparation.push({
      id,
      hospitalId: owner_hospital,
      name,
      nameEn: name_en,
      indication,
      indicationEn: indication_en,
      origin: 'demonstration',
    });
    for (const conditionCode of condition_codes)
      network.preparationCondition.push({ preparationId: id, catalogueId: CATALOGUE_ID, conditionCode });
  }
  const preparationsOf = groupBy(reference.preparations, ({ owner_hospital }) => owner_hospital);
  const centresOf = groupBy(centres, ({ districtCode }) => districtCode);
  for (const { code, alliance } of reference.districts) {
    const hospital = find(reference.hospitals, (row) => row.alliance === alliance, `lead hospital of ${alliance}`);
    const own = preparationsOf.get(hospital.id) ?? [];
    const here = centresOf.get(code) ?? [];
    for (const centre of random.sample(here, Math.max(1, Math.round(here.length * DISPENSING_SHARE))))
      for (const preparation of random.sample(own, random.whole(1, own.length)))
        network.preparationDispensing.push({
          preparationId: preparation.id,
          facilityId: centre.id,
          validFrom: addDays(today, -random.whole(60, 1_000)),
          validTo: null,
          origin: 'demonstration',
        });
  }
}
