import type { Network } from '@/prisma/seed/network';
import { nameDealer } from '@/prisma/seed/people';
import { openRandom } from '@/prisma/seed/random';
import type { Reference } from '@/prisma/seed/reference';

/** The names of those who send, confirm and accept records. */
export type Staff = {
  clerk(centreId: string): string;
  officer(districtCode: string): string;
  office(hospitalId: string): string;
  expert(id: string): string;
};

/** People for every centre, district and lead hospital of a network, whose names nobody else in it has. */
export function historyStaff(network: Network, reference: Pick<Reference, 'people-names'>, seed: number): Staff {
  const experts = new Map(network.expert.map(({ id, name }) => [id, name]));
  const taken = [...network.expert, ...network.traineeDoctor].map(({ name }) => name);
  const random = openRandom(seed, 'staff of the history');
  const newName = nameDealer(reference, seed, taken);
  const named = new Map<string, string>();
  const places = [
    ...network.communityCentre.map(({ facilityId }) => facilityId),
    ...network.district.map(({ code }) => code),
    ...network.leadHospital.map(({ facilityId }) => facilityId),
  ];
  for (const place of places) named.set(place, newName(random).name);
  const find = (names: ReadonlyMap<string, string>) => (id: string) => {
    const name = names.get(id);
    if (!name) throw new Error(`Nobody is named for ${id}`);
    return name;
  };
  return { clerk: find(named), officer: find(named), office: find(named), expert: find(experts) };
}
