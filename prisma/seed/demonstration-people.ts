/** The districts whose centres, experts and trainees the accounts of the demonstration belong to, the expert's first. */
export const DEMONSTRATION_DISTRICTS = ['310101', '310104'] as const;

/** The first clinic of a district by its id: the centre, expert and trainee of a demonstration account are its own. */
export function firstClinicOf<Clinic extends { id: string }>(
  clinics: readonly Clinic[],
  districtOf: (clinic: Clinic) => string,
  districtCode: string,
): Clinic {
  const [first] = clinics
    .filter((clinic) => districtOf(clinic) === districtCode)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (!first) throw new Error(`The network has no clinic in district ${districtCode}.`);
  return first;
}
