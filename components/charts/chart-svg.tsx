import { classNames } from '@/components/ui/class-names';
import type { Drawing, LegendEntry, Mark, Paint } from './drawing';
import { layersOf, marksMarkup } from './mark-markup';
import { isPattern, lineOf, PATTERN_PATHS, PATTERN_TILE, PATTERNS, type Pattern } from './paints';

/** The classes of a paint on a page; patterns are filled by their id instead. */
const PAGE_LOOKS: Record<Paint, string> = {
  first: 'fill-accent stroke-surface',
  second: 'stroke-info',
  third: 'stroke-warning',
  fourth: 'fill-surface stroke-line-strong',
  ground: 'fill-sunken',
  grid: 'stroke-line',
  axis: 'stroke-line-strong',
  text: 'fill-ink',
  soft: 'fill-ink-soft',
  strong: 'fill-ink',
  mark: 'stroke-ink',
  range: 'stroke-line-strong',
  curve: 'fill-none stroke-accent',
  bound: 'fill-none stroke-line-strong',
};
/** The ground and the lines of patterns on a page. */
const PAGE_PATTERNS: Record<Pattern, { ground: string; lines: string }> = {
  second: { ground: 'fill-info-soft', lines: 'stroke-info' },
  third: { ground: 'fill-warning-soft', lines: 'stroke-warning' },
};

const patternId = (drawing: string, paint: Paint) => `${drawing}-${paint}`;

/** The marks of a drawing, paint by paint, the lowest first. */
function Layers({ marks, drawing }: { marks: readonly Mark[]; drawing: string }) {
  return layersOf(marks).map(({ paint, marks: own }) => (
    <g
      key={paint}
      {...lineOf(paint)}
      fill={isPattern(paint) ? `url(#${patternId(drawing, paint)})` : undefined}
      className={PAGE_LOOKS[paint]}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: marksMarkup escapes every text
      dangerouslySetInnerHTML={{ __html: marksMarkup(own) }}
    />
  ));
}

/** The patterns of a drawing, under ids that no other drawing of the page has. */
function Patterns({ drawing }: { drawing: string }) {
  return (
    <defs>
      {PATTERNS.map((pattern) => (
        <pattern
          key={pattern}
          id={patternId(drawing, pattern)}
          width={PATTERN_TILE}
          height={PATTERN_TILE}
          patternUnits="userSpaceOnUse"
        >
          <rect width={PATTERN_TILE} height={PATTERN_TILE} className={PAGE_PATTERNS[pattern].ground} />
          <path
            d={PATTERN_PATHS[pattern].d}
            strokeWidth={PATTERN_PATHS[pattern].width}
            className={classNames('fill-none', PAGE_PATTERNS[pattern].lines)}
          />
        </pattern>
      ))}
    </defs>
  );
}

/** A drawing in the reader's colours; its title and its sentence are read to those who do not see it. */
export function ChartSvg({ drawing }: { drawing: Drawing }) {
  const { id, width, height, title, description, marks } = drawing;
  return (
    <svg
      role="img"
      viewBox={`0 0 ${width} ${height}`}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      className="block h-auto w-full"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <Patterns drawing={id} />
      <Layers marks={marks} drawing={id} />
    </svg>
  );
}

/** What the patterns of a drawing stand for. */
export function ChartLegend({ drawing: { id, legend } }: { drawing: Drawing }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {legend.map((entry) => (
        <li key={entry.label} className="flex items-center gap-1.5">
          <Sample entry={entry} drawing={id} />
          {entry.label}
        </li>
      ))}
    </ul>
  );
}

function Sample({ entry: { paint, shape = 'box' }, drawing }: { entry: LegendEntry; drawing: string }) {
  const mark: Mark =
    shape === 'line'
      ? { tag: 'line', at: { x1: 1, y1: 8, x2: 19, y2: 8 }, paint }
      : shape === 'diamond'
        ? { tag: 'path', at: { d: 'M10 2L16 8L10 14L4 8Z' }, paint }
        : { tag: 'rect', at: { x: 1, y: 2, width: 18, height: 12 }, paint };
  return (
    <svg viewBox="0 0 20 16" aria-hidden="true" className="h-[1em] w-[1.25em] shrink-0">
      <Layers marks={[mark]} drawing={drawing} />
    </svg>
  );
}
