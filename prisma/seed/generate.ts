import type { CivilDate } from '@/lib/core/dates';
import { addCentres } from './centres';
import { addClinicHistory } from './clinic-history';
import { addClinics } from './clinics';
import { addScheduleExceptions } from './exceptions';
import { addAlliances, addCalendarAndFigures, addLeadHospitals, addPlaces, addWords } from './facts';
import { demonstrationHistory } from './history/history';
import { holidaysOf } from './holidays';
import { addPartnerHospitals } from './hospitals';
import { addOpeningExceptions, addOpeningHours } from './hours';
import { addDistrictTargets, addIndicators } from './indicators';
import type { Content } from './load';
import { emptyNetwork, type Network } from './network';
import { addExperts, nameDealer } from './people';
import { addPreparations } from './preparations';
import {
  addDemonstrationStations,
  addFamousPhysicianTeams,
  addSpecialtyAlliances,
  addSpecialtyProjects,
} from './programmes';
import { type Reference, readReference } from './reference';
import { historyStart, type Scale } from './scale';
import { addSchedules } from './schedules';
import { addConditions, addFeatures, addTechniques } from './services';
import type { Sites } from './sites';
import { addStagePlans } from './stage-plans';
import { addStages } from './stages';
import { addStations } from './stations';
import { addTrainees } from './trainees';

/** The network of facts alone: no centre, station, person or clinic. */
export function factsNetwork(): Network {
  const network = emptyNetwork();
  const reference = readReference();
  addAlliances(network, reference);
  addPlaces(network, reference);
  addLeadHospitals(network, reference);
  addWords(network, reference);
  addCalendarAndFigures(network, reference);
  addIndicators(network, reference);
  return network;
}

export type NetworkSize = { seed: number; today: CivilDate; scale: Scale };

/**
 * The whole demonstration network: real districts, hospitals and centre names, everything else generated.
 * The same seed, day and scale give the same rows; hospitals, centres, people and clinics are the same whatever the
 * number of stations.
 */
export function demonstrationNetwork(size: NetworkSize): Network {
  return networkFrom(readReference(), size);
}

/** The demonstration network, and what took place in its clinics until yesterday. */
export function demonstrationContent(size: NetworkSize): Content {
  const reference = readReference();
  const network = networkFrom(reference, size);
  const { seed, today, scale } = size;
  return { network, history: demonstrationHistory(network, { seed, today, years: scale.years, reference }) };
}

function networkFrom(reference: Reference, { seed, today, scale }: NetworkSize): Network {
  const network = emptyNetwork();
  addAlliances(network, reference);
  addPlaces(network, reference);
  addLeadHospitals(network, reference, { withServices: true });
  addWords(network, reference);
  addCalendarAndFigures(network, reference);
  addIndicators(network, reference);
  addDistrictTargets(network, today);

  const hospitals = new Map(reference.hospitals.map(({ alliance, id }) => [alliance, id]));
  const partners = addPartnerHospitals(network, reference, seed);
  const centres = addCentres(network, reference, seed);
  const stations = addStations(network, reference, centres, { seed, total: scale.stations });
  const sites: Sites = { hospitals, partners, centres, stations };

  const newName = nameDealer(reference, seed);
  const centresOf = (code: string) => centres.filter(({ alliance }) => alliance === code).length;
  const since = historyStart(today, scale.years);
  const experts = addExperts(network, reference, { seed, total: scale.experts, newName, centresOf });
  const clinics = addClinics(network, reference, { seed, today, since, scale, centres, experts });
  addClinicHistory(network, { seed, today, clinics });
  const { plans, diary } = addSchedules(network, { seed, today, since, scale, clinics });
  const holidays = holidaysOf(network);
  addScheduleExceptions(network, { seed, today, since, plans, diary, holidays });
  addTrainees(network, { seed, today, scale, clinics, newName });

  const byNight = addOpeningHours(network, sites, { seed, plans });
  addOpeningExceptions(network, sites, { seed, today, plans });
  const conditionsOf = addConditions(network, reference, sites, { seed, clinics });
  addTechniques(network, reference, sites, seed);
  addFeatures(network, sites, { seed, byNight });

  addPreparations(network, reference, { seed, today, centres });
  addSpecialtyProjects(network, reference, { seed, centres, conditionsOf });
  addDemonstrationStations(network, stations, seed);
  addStages(network, { seed, today, stations });
  addStagePlans(network, { seed, today, reference, centres, conditionsOf });
  addFamousPhysicianTeams(network, reference, { seed, centres, newName });
  addSpecialtyAlliances(network, sites, seed);
  return network;
}
