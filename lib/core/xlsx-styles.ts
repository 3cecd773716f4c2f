// How the cells of a workbook look: the list of styles that cells point into.

export const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The place of each look in the list of styles; numbers with digits of their own follow. */
export const STYLE = {
  plain: 0,
  header: 1,
  date: 2,
  instant: 3,
  quoted: 4,
  wrapped: 5,
  wrappedQuoted: 6,
  wrong: 7,
  corrected: 8,
  typed: 9,
} as const;
const FIRST_NUMBER = 10;
/** Excel's own format for texts that stay as they are typed. */
const TYPED = 49;
/** The colours of cells that are pointed out, after the two fills that every workbook begins with. */
const FILLS = ['FFFFC7CE', 'FFFFEB9C'] as const;
const [WRONG, CORRECTED] = [2, 3];

type Format = { id: number; code: string };
/** Excel's own formats go up to 163. */
const DATE: Format = { id: 164, code: 'yyyy\\-mm\\-dd' };
const INSTANT: Format = { id: 165, code: 'yyyy\\-mm\\-dd\\ hh:mm' };
/** Digits after the point that a number may be shown with: none to so many. */
const MOST_DECIMALS = 2;
const DIGITS = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) =>
  decimals === 0 ? '' : `.${'0'.repeat(decimals)}`,
);
const NUMBERS: readonly Format[] = [...DIGITS.map((end) => `#,##0${end}`), ...DIGITS.map((end) => `0${end}%`)].map(
  (code, at) => ({ id: INSTANT.id + 1 + at, code }),
);

/** The place of a number's look; more digits than there are looks for are shown with the most. */
export function numberStyle(decimals: number, percent: boolean): number {
  const digits = Math.min(MOST_DECIMALS, Math.max(0, Math.round(decimals)));
  return FIRST_NUMBER + digits + (percent ? DIGITS.length : 0);
}

const ALIGNED = (wrap: boolean) => `<alignment vertical="top"${wrap ? ' wrapText="1"' : ''}/>`;

function look(format: number, { font = 0, fill = 0, wrap = false, quoted = false } = {}): string {
  const quote = `${quoted ? ' quotePrefix="1"' : ''}${fill ? ' applyFill="1"' : ''}`;
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"${quote}>${ALIGNED(wrap)}</xf>`;
}

/** The part of a workbook that its cells' styles stand in. */
export function stylesXml(): string {
  const formats = [DATE, INSTANT, ...NUMBERS].map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`);
  const fills = FILLS.map(
    (colour) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
  );
  const looks = [
    look(0),
    look(0, { font: 1, wrap: true }),
    look(DATE.id),
    look(INSTANT.id),
    look(0, { quoted: true }),
    look(0, { wrap: true }),
    look(0, { wrap: true, quoted: true }),
    look(0, { fill: WRONG }),
    look(0, { fill: CORRECTED }),
    look(TYPED),
    ...NUMBERS.map(({ id }) => look(id)),
  ];
  return `${HEAD}<styleSheet xmlns="${NAMESPACE}"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="${FILLS.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills.join('')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${looks.length}">${looks.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
