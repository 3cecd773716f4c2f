/** The four regional alliances, in the order the network lists them. */
export const ALLIANCE_CODES = ['east', 'south', 'west', 'north'] as const;
export type AllianceCode = (typeof ALLIANCE_CODES)[number];

/** True for the code of a regional alliance. */
export function isAllianceCode(text: string): text is AllianceCode {
  return ALLIANCE_CODES.some((code) => code === text);
}
