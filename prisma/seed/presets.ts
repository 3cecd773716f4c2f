import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai } from '@/lib/core/dates';
import { lacksDemonstrationAccounts } from './demonstration-names';
import { loadNetwork, type Progress } from './load';
import type { Network } from './network';

export const PRESETS = ['demo', 'empty', 'province'] as const;
export type Preset = (typeof PRESETS)[number];

export const DEFAULT_SEED = 20_260_101;

/** Stations of the published network, and of one that fills a province: 100,000 with 249 centres and 8 hospitals. */
const STATIONS = { demo: 1_986, province: 100_000 - 249 - 8 } as const;

/** The rows of a preset. */
export async function presetNetwork(
  preset: Preset,
  { seed, today }: { seed: number; today: CivilDate },
): Promise<Network> {
  // a start that finds everything in place does without the generator
  const { demonstrationNetwork, factsNetwork } = await import('./generate');
  if (preset === 'empty') return factsNetwork();
  return demonstrationNetwork({ seed, today, stations: STATIONS[preset] });
}

export type LoadOptions = {
  seed?: number;
  /** the day the network is made for: schedules begin about two years before, stop notices lie just after */
  today?: CivilDate;
  /** empties the network's tables first */
  replace?: boolean;
  /** also makes the accounts of the demonstration; never set for a database that an operator has given */
  demonstrationAccounts?: boolean;
  onProgress?: Progress;
};

/**
 * Loads a preset into a migrated database, in one transaction; the accounts of the demonstration, when asked for, follow.
 * @returns false when this preset is already there with this seed
 * @throws Error when another dataset is there and `replace` is not set
 */
export async function loadPreset(databaseUrl: string, preset: Preset, options: LoadOptions = {}): Promise<boolean> {
  const { seed = DEFAULT_SEED, today = dateInShanghai(now()), replace, demonstrationAccounts, onProgress } = options;
  const loaded = await loadNetwork(databaseUrl, { name: preset, seed }, () => presetNetwork(preset, { seed, today }), {
    replace,
    onProgress,
  });
  // the facts alone have no people whose accounts could be shown
  if (demonstrationAccounts && preset !== 'empty' && (await lacksDemonstrationAccounts(databaseUrl))) {
    const { ensureDemonstrationAccounts } = await import('./demonstration-accounts');
    await ensureDemonstrationAccounts(databaseUrl);
  }
  return loaded;
}
