import type { Parameters } from './joint-clinics/clinic-page';

/** What of an address was chosen: an empty field of a form means any. */
export function chosenParameters(parameters: Parameters): Parameters {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''));
}
