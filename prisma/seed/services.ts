import type { Feature } from '@/lib/directory/schema';
import type { Clinic } from './clinics';
import { CATALOGUE_ID } from './facts';
import { groupBy } from './group';
import type { Network } from './network';
import { openRandom, type Random } from './random';
import type { Reference } from './reference';
import type { Sites } from './sites';

/** Conditions a centre offers: published as 60 or more on average; spread and bounds are ours. */
const CENTRE_CONDITIONS = { mean: 63, deviation: 10, least: 38, most: 92 } as const;
const CENTRE_MEAN = { least: 60, most: 66 } as const;

/** How common a technique is, from 1 (seldom) to 10; others 4 (ours). */
const TECHNIQUE_WEIGHT: Record<string, number> = {
  acupuncture: 10,
  moxibustion: 9,
  cupping: 9,
  'herbal-decoction': 9,
  tuina: 8,
  auricular: 7,
  'acupoint-application': 7,
  guasha: 6,
  'fumigation-washing': 5,
  'fire-needle': 1.5,
  'thread-embedding': 1.5,
  bloodletting: 2,
  'bone-setting': 2,
};

type Shares = Partial<Record<Feature, number>>;
const FEATURE_SHARES: Record<'hospital' | 'centre' | 'station' | 'village', Shares> = {
  hospital: {
    step_free: 1,
    lift: 1,
    accessible_toilet: 1,
    decoction_service: 1,
    herb_delivery: 1,
    medical_insurance: 1,
    parking: 1,
  },
  centre: {
    step_free: 0.82,
    lift: 0.55,
    accessible_toilet: 0.68,
    decoction_service: 0.74,
    herb_delivery: 0.48,
    medical_insurance: 1,
    parking: 0.4,
  },
  station: {
    step_free: 0.58,
    lift: 0.04,
    accessible_toilet: 0.22,
    herb_delivery: 0.12,
    medical_insurance: 0.96,
    parking: 0.1,
  },
  village: { step_free: 0.66, accessible_toilet: 0.16, herb_delivery: 0.06, medical_insurance: 0.9, parking: 0.35 },
};

/** Conditions: every centre its own range with those of its clinics in it, every station a part of its centre's. */
export function addConditions(
  network: Network,
  reference: Reference,
  { hospitals, partners, centres, stations }: Sites,
  { seed, clinics }: { seed: number; clinics: readonly Clinic[] },
): Map<string, string[]> {
  const random = openRandom(seed, 'conditions');
  const words = groupBy(reference['condition-synonyms'], ({ code }) => code);
  // what people have many words for is common; what goes beyond the national list is less so
  const weights = new Map(
    reference.conditions.map(({ code, beyond_national }) => [
      code,
      (0.3 + (words.get(code)?.length ?? 0) / 12) * (beyond_national ? 0.4 : 1),
    ]),
  );
  const weight = (code: string) => weights.get(code) ?? 1;
  const all = reference.conditions.map(({ code }) => code);
  const add = (facilityId: string, codes: readonly string[]) => {
    for (const conditionCode of codes)
      network.facilityCondition.push({ facilityId, catalogueId: CATALOGUE_ID, conditionCode });
  };

  for (const id of hospitals.values()) add(id, random.sample(all, random.whole(98, 112)).sort());
  for (const { id } of partners) add(id, random.sample(all, random.whole(52, 74), weight).sort());

  const needed = groupBy(clinics, ({ centre }) => centre.id);
  const counts = conditionCounts(random, centres.length);
  const ofCentre = new Map<string, string[]>();
  for (const [index, { id }] of centres.entries()) {
    const fixed = [...new Set((needed.get(id) ?? []).flatMap(({ conditions }) => conditions))];
    const free = all.filter((code) => !fixed.includes(code));
    const codes = [...fixed, ...random.sample(free, (counts[index] ?? 0) - fixed.length, weight)].sort();
    ofCentre.set(id, codes);
    add(id, codes);
  }
  for (const { id, centreId } of stations)
    add(id, random.sample(ofCentre.get(centreId) ?? [], random.whole(6, 20), weight).sort());
  return ofCentre;
}

/** How many conditions each centre offers; whatever the seed, the mean stays where it was published. */
function conditionCounts(random: Random, centres: number): number[] {
  const { mean, deviation, least, most } = CENTRE_CONDITIONS;
  const bounded = (value: number) => Math.min(most, Math.max(least, Math.round(value)));
  const counts = Array.from({ length: centres }, () => bounded(random.normal(mean, deviation)));
  for (;;) {
    const now = counts.reduce((sum, count) => sum + count, 0) / centres;
    if (now >= CENTRE_MEAN.least && now <= CENTRE_MEAN.most) return counts;
    const index = random.whole(0, centres - 1);
    counts[index] = bounded((counts[index] ?? mean) + (now < mean ? 1 : -1));
  }
}

/** Techniques: a TCM hall has at least ten, a corner fewer; a station some of its centre's. */
export function addTechniques(network: Network, reference: Reference, sites: Sites, seed: number): void {
  const random = openRandom(seed, 'techniques');
  const order = new Map(reference.techniques.map(({ code }, index) => [code, index]));
  const weight = (code: string) => TECHNIQUE_WEIGHT[code] ?? 4;
  const all = [...order.keys()];
  const halls = new Set(
    network.communityCentre.filter(({ tcmArea }) => tcmArea === 'hall').map((row) => row.facilityId),
  );
  const choose = (facilityId: string, from: readonly string[], count: number) => {
    const codes = random.sample(from, count, weight).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    for (const techniqueCode of codes) network.facilityTechnique.push({ facilityId, techniqueCode });
    return codes;
  };
  for (const id of sites.hospitals.values()) choose(id, all, random.whole(17, 21));
  for (const { id } of sites.partners) choose(id, all, random.whole(9, 13));
  const ofCentre = new Map(
    sites.centres.map(({ id }) => [id, choose(id, all, halls.has(id) ? random.whole(10, 15) : random.whole(8, 9))]),
  );
  for (const { id, centreId } of sites.stations) choose(id, ofCentre.get(centreId) ?? [], random.whole(2, 7));
}

/** Step-free access, insurance and the like, in shares that differ by kind of place. */
export function addFeatures(
  network: Network,
  sites: Sites,
  { seed, byNight }: { seed: number; byNight: ReadonlySet<string> },
): void {
  const random = openRandom(seed, 'features');
  const add = (facilityId: string, shares: Shares) => {
    for (const [feature, share] of Object.entries(shares) as [Feature, number][])
      if (random.chance(share)) network.facilityFeature.push({ facilityId, feature });
    if (byNight.has(facilityId)) network.facilityFeature.push({ facilityId, feature: 'night_clinic' });
  };
  for (const id of sites.hospitals.values()) add(id, FEATURE_SHARES.hospital);
  for (const { id } of sites.partners) add(id, FEATURE_SHARES.hospital);
  for (const { id } of sites.centres) add(id, FEATURE_SHARES.centre);
  for (const { id, village } of sites.stations) add(id, village ? FEATURE_SHARES.village : FEATURE_SHARES.station);
}
