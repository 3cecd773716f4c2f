import { type Drawing, type LegendEntry, type Mark, type Paint, TEXT_SIZE, textWidth, unit } from './drawing';
import { FILE_INKS, FILE_PATTERNS, isPattern, lineOf, PATTERN_PATHS, PATTERN_TILE, PATTERNS } from './paints';

// A drawing as a file of its own: with its title, what its patterns mean and where it comes from, in ink on white.

const MARGIN = 16;
const [TITLE, LINE] = [30, 20];
const FONTS = "'PingFang SC','HarmonyOS Sans SC','Source Han Sans SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif";

type Words = {
  /** whose figures: the unit and the period */
  subtitle: string;
  /** where the figures come from and until when they are known; 演示数据 where they are */
  source: string;
};

/**
 * An SVG document of a drawing, complete in itself: no classes, no scripts, nothing to fetch.
 * @returns the text of the file, UTF-8
 */
export function chartFile(drawing: Drawing, { subtitle, source }: Words): string {
  const legend = legendRows(drawing.legend, drawing.width);
  const top = MARGIN + TITLE + LINE;
  const chartTop = top + legend.length * LINE + 8;
  const foot = wrapped(source, drawing.width);
  const height = chartTop + drawing.height + foot.length * LINE + MARGIN;
  const width = drawing.width + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 2}" height="${unit(height * 2)}" viewBox="0 0 ${width} ${unit(height)}" role="img" font-family="${escaped(FONTS)}">`,
    `<title>${escaped(drawing.title)}</title><desc>${escaped(drawing.description)}</desc>`,
    `<defs>${PATTERNS.map(patternText).join('')}</defs>`,
    `<rect width="${width}" height="${unit(height)}" fill="#ffffff"/>`,
    `<g transform="translate(${MARGIN} ${MARGIN})">`,
    line(drawing.title, 16, 'strong', 17),
    line(subtitle, 36, 'soft'),
    '</g>',
    `<g transform="translate(${MARGIN} ${top})">${legend.map(legendText).join('')}</g>`,
    `<g transform="translate(${MARGIN} ${chartTop})">${drawing.marks.map(markText).join('')}</g>`,
    `<g transform="translate(${MARGIN} ${unit(chartTop + drawing.height + 6)})">`,
    ...foot.map((words, index) => line(words, 12 + index * LINE, 'soft', 11)),
    '</g></svg>',
  ].join('\n');
}

function line(words: string, y: number, paint: Paint, fontSize = TEXT_SIZE): string {
  return markText({ tag: 'text', at: { x: 0, y, fontSize }, paint, words });
}

/** Text inside markup, or inside an attribute in double quotes. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Names of attributes as SVG writes them. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        ` ${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}="${escaped(String(value))}"`,
    )
    .join('');
}

function markText({ tag, at, paint, words }: Mark): string {
  const fill = isPattern(paint) && tag !== 'line' ? { fill: `url(#${paint})` } : {};
  const open = `<${tag}${attributes({ ...at, ...lineOf(paint), ...FILE_INKS[paint], ...fill })}`;
  return words === undefined ? `${open}/>` : `${open}>${escaped(words)}</${tag}>`;
}

function patternText(pattern: (typeof PATTERNS)[number]): string {
  const { ground, lines } = FILE_PATTERNS[pattern];
  const { d, width } = PATTERN_PATHS[pattern];
  return `<pattern id="${pattern}" width="${PATTERN_TILE}" height="${PATTERN_TILE}" patternUnits="userSpaceOnUse"><rect width="${PATTERN_TILE}" height="${PATTERN_TILE}" fill="${ground}"/><path d="${d}" fill="none" stroke="${lines}" stroke-width="${width}"/></pattern>`;
}

type Placed = LegendEntry & { x: number };

/** The entries of a legend in rows that are as wide as the chart. */
function legendRows(legend: readonly LegendEntry[], width: number): Placed[][] {
  const rows: Placed[][] = [];
  let x = 0;
  for (const entry of legend) {
    const needed = 24 + textWidth(entry.label) + 14;
    const last = rows.at(-1);
    if (last && x + needed <= width) last.push({ ...entry, x });
    else {
      x = 0;
      rows.push([{ ...entry, x }]);
    }
    x += needed;
  }
  return rows;
}

function legendText(row: readonly Placed[], index: number): string {
  return row
    .map(({ paint, shape = 'box', label, x }) => {
      const y = index * LINE + 8;
      const sample: Mark =
        shape === 'line'
          ? { tag: 'line', at: { x1: x, y1: y, x2: x + 18, y2: y }, paint }
          : shape === 'diamond'
            ? { tag: 'path', at: { d: `M${x + 9} ${y - 6}L${x + 15} ${y}L${x + 9} ${y + 6}L${x + 3} ${y}Z` }, paint }
            : { tag: 'rect', at: { x, y: y - 6, width: 18, height: 12 }, paint };
      return (
        markText(sample) +
        markText({ tag: 'text', at: { x: x + 24, y: y + 4.5, fontSize: TEXT_SIZE }, paint: 'text', words: label })
      );
    })
    .join('');
}

/** Words in lines of a width; Chinese may break anywhere, Latin words stay whole. */
function wrapped(words: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const piece of words.match(/[\u2e80-\uffff]|[^\u2e80-\uffff\s]+\s*|\s+/g) ?? []) {
    if (current !== '' && textWidth(current + piece) > width) {
      lines.push(current.trimEnd());
      current = '';
    }
    current += piece;
  }
  return current === '' ? lines : [...lines, current.trimEnd()];
}
