import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai } from '@/lib/core/dates';
import { lacksDemonstrationAccounts } from './demonstration-names';
import { type Content, loadNetwork, type Progress } from './load';
import { DECADE_SCALE, DEMO_SCALE, PROVINCE_SCALE, type Scale } from './scale';

export const PRESETS = ['demo', 'empty', 'province', 'decade'] as const;
export type Preset = (typeof PRESETS)[number];

const SCALES: Record<Exclude<Preset, 'empty'>, Scale> = {
  demo: DEMO_SCALE,
  province: PROVINCE_SCALE,
  decade: DECADE_SCALE,
};

export const DEFAULT_SEED = 20_260_101;

/** The rows of a preset, the history part by part. */
export async function presetContent(
  preset: Preset,
  { seed, today }: { seed: number; today: CivilDate },
): Promise<Content> {
  // a start that finds everything in place does without the generator
  const { demonstrationContent, factsNetwork } = await import('./generate');
  if (preset === 'empty') return { network: factsNetwork(), history: [] };
  return demonstrationContent({ seed, today, scale: SCALES[preset] });
}

export type LoadOptions = {
  seed?: number;
  /** the day the network is made for: its history ends the day before, stop notices lie just after */
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
  const loaded = await loadNetwork(databaseUrl, { name: preset, seed }, () => presetContent(preset, { seed, today }), {
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
