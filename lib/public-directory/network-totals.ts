import type { AllianceCode } from '@/lib/core/alliance-codes';
import { type CivilDate, dateInShanghai } from '@/lib/core/dates';
import type { FacilityKind, Origin } from '@/lib/directory/schema';
import { clinicStatusOn } from '@/lib/joint-clinics/rules';
import type { Directory } from './directory-index';
import { oncePerDay } from './once-per-day';
import type { FacilityRecord } from './records-schema';
import { allianceViews } from './territory-views';
import {
  NETWORK_FIGURES,
  type NetworkFigure,
  type NetworkFigureKey,
  type NetworkTotals,
  type PublishedValue,
} from './views-schema';

type Counted = Pick<NetworkFigure, 'counted' | 'byAlliance' | 'origin'>;

/** The network in figures, as published and as counted in what is loaded, also by alliance. */
export function networkTotals(directory: Directory, instant: Date): NetworkTotals {
  return totalsOfDay(directory, dateInShanghai(instant));
}

const totalsOfDay = oncePerDay((directory, today): NetworkTotals => {
  const counted = countFigures(directory, today);
  const figures = NETWORK_FIGURES.map(
    (key): NetworkFigure => ({ key, ...publishedFigure(directory, key), ...counted[key] }),
  );
  return { figures, alliances: allianceViews(directory) };
});

/** Figures published year by year are added up, and carry the last year. */
const PUBLISHED_BY_YEAR = ['demonstration_stations_accepted'] as const satisfies readonly NetworkFigureKey[];

const TARGETS: Partial<Record<NetworkFigureKey, string>> = {
  specialty_projects_approved: 'specialty_projects_planned',
  demonstration_stations_accepted: 'demonstration_stations_planned',
};

function publishedFigure({ records }: Directory, key: NetworkFigureKey): Pick<NetworkFigure, 'published' | 'target'> {
  const named = (wanted: string | undefined): PublishedValue | null => {
    const found = records.publishedFigures.find((figure) => figure.key === wanted);
    return found ? { value: found.value, asOf: found.asOf, source: found.source } : null;
  };
  const target = named(TARGETS[key]);
  if (!PUBLISHED_BY_YEAR.some((byYear) => byYear === key)) return { published: named(key), target };
  const years = records.publishedFigures
    .filter((figure) => figure.key.startsWith(`${key}_`))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const last = years.at(-1);
  if (!last) return { published: null, target };
  const value = years.reduce((sum, figure) => sum + figure.value, 0);
  return { published: { value, asOf: last.asOf, source: last.source }, target };
}

function countFigures({ records, index }: Directory, today: CivilDate): Record<NetworkFigureKey, Counted> {
  const open = records.facilities.filter(({ status }) => status !== 'closed');
  const ofKind = (kind: FacilityKind) => open.filter((facility) => facility.kind === kind);
  const centres = ofKind('community_centre');
  const clinics = [...index.clinics.values()].filter(({ statuses }) => {
    const status = clinicStatusOn(statuses, today);
    return status === 'operating' || status === 'suspended';
  });
  const ofCentre = (centreId: string) => index.facilities.get(centreId)?.alliance ?? null;
  const dispensing = new Set(
    open.filter(({ preparationIds }) => preparationIds.length > 0).map(({ districtCode }) => districtCode),
  );
  // what a centre offers has no origin of its own; it was loaded together with the places and clinics
  const loaded = worstOrigin([...open, ...clinics]);
  const { counts } = records;
  const people = (key: 'trainees' | 'dualEmployed'): Counted => ({
    counted: counts[key],
    byAlliance: fill((code) => counts.byAlliance[code][key]),
    origin: counts.origin,
  });
  const catalogue = (counted: number): Counted => ({
    counted,
    byAlliance: null,
    origin: records.conditionCatalogue?.official ? 'fact' : 'demonstration',
  });
  return {
    districts: count(records.districts, ({ alliance }) => alliance, 'fact'),
    lead_hospitals: countPlaces(ofKind('lead_hospital')),
    centres: countPlaces(centres),
    stations: countPlaces(ofKind('service_station')),
    joint_clinics: count(clinics, ({ centreId }) => ofCentre(centreId), worstOrigin(clinics)),
    trainee_doctors: people('trainees'),
    dual_employed: people('dualEmployed'),
    preparation_districts: count(
      records.districts.filter(({ code }) => dispensing.has(code)),
      ({ alliance }) => alliance,
      worstOrigin(records.preparations),
    ),
    specialty_projects_approved: count(
      records.projects,
      ({ centreId }) => ofCentre(centreId),
      worstOrigin(records.projects),
    ),
    demonstration_stations_accepted: count(
      records.facilities.filter(({ demonstrationStation }) => demonstrationStation),
      ({ alliance }) => alliance,
      counts.origin,
    ),
    conditions: catalogue(records.conditions.length),
    conditions_beyond_national: catalogue(records.conditions.filter(({ beyondNational }) => beyondNational).length),
    mean_conditions_per_centre: {
      counted: meanConditions(centres),
      byAlliance: fill((code) => meanConditions(centres.filter(({ alliance }) => alliance === code))),
      origin: loaded,
    },
    famous_physician_teams: {
      counted: new Set(records.workstations.map(({ teamName }) => teamName)).size,
      byAlliance: null,
      origin: worstOrigin(records.workstations),
    },
  };
}

function countPlaces(places: readonly FacilityRecord[]): Counted {
  return count(places, ({ alliance }) => alliance, worstOrigin(places));
}

function count<T>(items: readonly T[], allianceOf: (item: T) => AllianceCode | null, origin: Origin): Counted {
  const byAlliance = fill(() => 0);
  for (const item of items) {
    const alliance = allianceOf(item);
    if (alliance) byAlliance[alliance] += 1;
  }
  return { counted: items.length, byAlliance, origin };
}

/** Mean number of conditions a centre offers, to one decimal; 0 without centres. */
function meanConditions(centres: readonly FacilityRecord[]): number {
  if (centres.length === 0) return 0;
  const sum = centres.reduce((total, { conditionCodes }) => total + conditionCodes.length, 0);
  return Math.round((sum / centres.length) * 10) / 10;
}

/** A figure is demonstration as soon as one of its rows is. */
function worstOrigin(rows: readonly { origin: Origin }[]): Origin {
  if (rows.some(({ origin }) => origin === 'demonstration')) return 'demonstration';
  return rows.some(({ origin }) => origin === 'imported') ? 'imported' : 'fact';
}

function fill(figureOf: (code: AllianceCode) => number): Record<AllianceCode, number> {
  return { east: figureOf('east'), south: figureOf('south'), west: figureOf('west'), north: figureOf('north') };
}
