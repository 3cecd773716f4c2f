import type { Directory } from '@/lib/public-directory/directory-index';
import type { ParameterError } from './problem';

// Codes in parameters: residents' developers know names before they know codes, so an exact name does as well.

type Coded = { code: string; name: string; nameEn: string };

const KNOWN = {
  district: (directory: Directory) => directory.index.districts,
  condition: (directory: Directory) => directory.index.conditions,
  technique: (directory: Directory) => directory.index.techniques,
} as const satisfies Record<string, (directory: Directory) => ReadonlyMap<string, Coded>>;

export type CodeParameter = keyof typeof KNOWN;

/** The code a parameter means, null when the parameter is absent; an unknown one is added to the errors. */
export function codeMeant(
  directory: Directory,
  parameter: CodeParameter,
  value: string | undefined,
  errors: ParameterError[],
): string | null {
  if (value === undefined) return null;
  const known: ReadonlyMap<string, Coded> = KNOWN[parameter](directory);
  if (known.has(value)) return value;
  const lower = value.toLowerCase();
  for (const { code, name, nameEn } of known.values())
    if (name === value || nameEn.toLowerCase() === lower) return code;
  errors.push({ parameter, detail: `There is no ${parameter} with this code or name; see /api/v1/${parameter}s.` });
  return null;
}
