import { geoContains } from 'd3-geo';
import type { MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { distanceMetres, wgs84 } from '@/lib/core/geo';
import { demonstrationNetwork, factsNetwork } from './generate';
import { contentChecksum } from './load';
import type { Network } from './network';
import { readReference } from './reference';
import { DEMO_SCALE } from './scale';

const TODAY = civilDate('2026-11-22');
const make = (seed: number, stations = 1_986) =>
  demonstrationNetwork({ seed, today: TODAY, scale: { ...DEMO_SCALE, stations } });
const digest = (network: Network) => contentChecksum({ network, history: [] });
/** More than there are names of committees, so that names come again with a number. */
const MANY = 6_400;
const reference = readReference();

describe('the generator', { timeout: 30_000 }, () => {
  it('makes the same rows for the same seed and day, others for another seed', () => {
    const [first, second, other] = [make(11, 300), make(11, 300), make(12, 300)];
    expect(second).toEqual(first);
    expect(digest(second)).toBe(digest(first));
    expect(digest(other)).not.toBe(digest(first));
  });

  it('leaves hospitals, centres, people and clinics alone when there are more stations', () => {
    const [small, large] = [make(11, 300), make(11, MANY)];
    expect(large.serviceStation).toHaveLength(MANY);
    expect(new Set(large.facility.map(({ districtCode, kind, name }) => `${districtCode}${kind}${name}`)).size).toBe(
      large.facility.length,
    );
    for (const model of ['communityCentre', 'expert', 'jointClinic', 'clinicSchedule', 'traineeDoctor'] as const)
      expect(large[model]).toEqual(small[model]);
  });

  it('invents nothing for the facts alone', () => {
    const facts = factsNetwork();
    expect(facts.facility.map(({ kind }) => kind)).toEqual(Array(4).fill('lead_hospital'));
    const invented = Object.entries(facts)
      .filter(([model]) => model !== 'conditionCatalogue')
      .flatMap(([, rows]) => rows.filter((row) => 'origin' in row && row.origin !== 'fact'));
    expect(invented).toEqual([]);
    expect(facts.openingHours).toEqual([]);
  });
});

describe.each([1, 20_260_101, 2_147_483_647])('whatever the seed (%i)', { timeout: 30_000 }, (seed) => {
  const network = make(seed);
  const outlines = new Map(
    reference.outlines.map(({ districtCode, polygons }): [string, MultiPolygon] => [
      districtCode,
      { type: 'MultiPolygon', coordinates: polygons },
    ]),
  );

  it('every facility lies inside the outline of its district', () => {
    const outside = network.facility.filter(({ districtCode, latitude, longitude }) => {
      const outline = outlines.get(districtCode);
      return !outline || !geoContains(outline, [Number(longitude), Number(latitude)]);
    });
    expect(outside.map(({ id }) => id)).toEqual([]);
  });

  it('no two places stand on the same spot', () => {
    const spots = new Set(network.facility.map(({ latitude, longitude }) => `${latitude}/${longitude}`));
    expect(spots.size).toBe(network.facility.length);
    const centres = network.facility
      .filter(({ kind }) => kind === 'community_centre')
      .map(({ latitude, longitude }) => wgs84(Number(latitude), Number(longitude)));
    for (const [index, centre] of centres.entries())
      for (const other of centres.slice(index + 1)) expect(distanceMetres(centre, other)).toBeGreaterThan(80);
  });

  it('no expert sits in two clinics in the same half-day', () => {
    const current = network.clinicSchedule.filter(({ validTo }) => validTo === null);
    const slots = current.map(({ expertId, weekday, half }) => `${expertId} ${weekday} ${half}`);
    expect(new Set(slots).size).toBe(slots.length);
  });

  it('a centre is open whenever its clinics have a session', () => {
    const centreOf = new Map(network.jointClinic.map(({ id, centreId }) => [id, centreId]));
    const shut = network.clinicSchedule.filter(({ clinicId, weekday, startsMinute, endsMinute }) => {
      const hours = network.openingHours.filter(
        (row) => row.facilityId === centreOf.get(clinicId) && row.weekday === weekday,
      );
      return !hours.some(({ opensMinute, closesMinute }) => opensMinute <= startsMinute && closesMinute >= endsMinute);
    });
    expect(shut).toEqual([]);
  });

  it('people have different names', () => {
    const names = [...network.expert, ...network.traineeDoctor].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
