import type { CivilDate } from '@/lib/core/dates';
import type { DefinitionVersions, IndicatorDefinition } from './schema';

// Which words hold when. A period keeps the words that held on its last day, whatever was said later.

/** The version that holds on a day; for days before the first one, the first. */
export function definitionOn([first, ...later]: DefinitionVersions, day: CivilDate): IndicatorDefinition {
  return later.findLast(({ validFrom }) => validFrom <= day) ?? first;
}

/** Versions that are known and do not hold yet. */
export function comingAfter(versions: DefinitionVersions, day: CivilDate): IndicatorDefinition[] {
  const present = definitionOn(versions, day);
  return versions.filter(({ version }) => version > present.version);
}
