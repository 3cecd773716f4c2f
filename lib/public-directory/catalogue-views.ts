import { openClinics } from './clinic-views';
import { type Directory, groupOf } from './directory-index';
import { preparationView } from './facility-views';
import type { ConditionRecord } from './records-schema';
import type { ConditionDetail, ConditionView, TechniqueView } from './views-schema';

/** The conditions of the catalogue in force, with how many centres offer them and how many clinics see them. */
export function conditionViews(directory: Directory): ConditionView[] {
  const centres = countCodes(
    directory.records.facilities
      .filter(({ kind, status }) => kind === 'community_centre' && status !== 'closed')
      .map(({ conditionCodes }) => conditionCodes),
  );
  return directory.records.conditions.map((condition) => conditionView(directory, condition, centres));
}

/** One condition with its clinics and preparations; null when the catalogue has none of this code. */
export function conditionDetail(directory: Directory, code: string, instant: Date): ConditionDetail | null {
  const view = conditionViews(directory).find(({ condition }) => condition.code === code);
  if (!view) return null;
  return {
    ...view,
    clinics: openClinics(directory, groupOf(directory.index.clinicsByCondition, code), instant),
    preparations: directory.records.preparations
      .filter(({ conditionCodes }) => conditionCodes.includes(code))
      .flatMap((preparation) => preparationView(directory, preparation)),
  };
}

/** The techniques in catalogue order, with how many places offer them. */
export function techniqueViews({ records }: Directory): TechniqueView[] {
  const offered = countCodes(
    records.facilities.filter(({ status }) => status !== 'closed').map(({ techniqueCodes }) => techniqueCodes),
  );
  return records.techniques.map((technique) => ({ technique, facilityCount: offered.get(technique.code) ?? 0 }));
}

function conditionView(
  { index }: Directory,
  condition: ConditionRecord,
  centres: ReadonlyMap<string, number>,
): ConditionView {
  return {
    condition,
    centreCount: centres.get(condition.code) ?? 0,
    clinicCount: groupOf(index.clinicsByCondition, condition.code).length,
  };
}

function countCodes(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const code of list) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
