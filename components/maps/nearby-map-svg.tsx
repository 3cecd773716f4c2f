import { geoMercator, geoPath } from 'd3-geo';
import type { Wgs84 } from '@/lib/core/geo';
import {
  frameWidthMetres,
  inShape,
  isInFrame,
  type MapFrame,
  type MapLabel,
  type MapOutline,
  type MapPoint,
  type Placed,
  placeLabels,
  scaleMetres,
} from './map-frame';

const WIDTH = 480;
const HEIGHT = 420;
const RADIUS = 17;
const MOST_LABELS = 12;
const SCALE_SHARE = 0.25;

type Props = {
  title: string;
  points: readonly MapPoint[];
  origin: Wgs84 | null;
  outlines: readonly MapOutline[];
  labels: readonly MapLabel[];
  frame: MapFrame;
  words: { point: (point: MapPoint) => string; origin: string; scale: (metres: number) => string };
};

/** A schematic map drawn on the server: district outlines, names to find one's way by, and the numbered results. */
export function NearbyMapSvg({ title, points, origin, outlines, labels, frame: wanted, words }: Props) {
  const frame = inShape(wanted, WIDTH / HEIGHT);
  const projection = geoMercator().fitExtent(
    [
      [0, 0],
      [WIDTH, HEIGHT],
    ],
    {
      type: 'MultiPoint',
      coordinates: [
        [frame.west, frame.south],
        [frame.east, frame.north],
      ],
    },
  );
  const draw = geoPath(
    projection.clipExtent([
      [-20, -20],
      [WIDTH + 20, HEIGHT + 20],
    ]),
  ).digits(1);
  const project = ({ lat, lon }: Wgs84): { x: number; y: number } => {
    const [x = 0, y = 0] = projection([lon, lat]) ?? [];
    return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
  };
  const pinned = points.map((item) => ({ item, ...project(item.position) }));
  const names = placeLabels(
    labels.filter(({ position }) => isInFrame(position, frame)).map((item) => ({ item, ...project(item.position) })),
    pinned,
    { x: 56, y: 24 },
    MOST_LABELS,
  ).filter(({ x, y }) => x > 50 && x < WIDTH - 50 && y > 14 && y < HEIGHT - 40);
  const bar = scaleMetres(frame, SCALE_SHARE);
  const barWidth = bar / metresPerUnit(frame);
  const here = origin && isInFrame(origin, frame) ? project(origin) : null;

  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="block h-auto w-full bg-sunken">
      <title>{title}</title>
      <g className="fill-surface stroke-line-strong" strokeWidth="1.5">
        {outlines.map((outline) => (
          <path
            key={outline.code}
            d={
              draw({
                type: 'MultiPolygon',
                coordinates: outline.polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y]))),
              }) ?? undefined
            }
          />
        ))}
      </g>
      {names.map((label) => (
        <Name key={`${label.item.rank} ${label.item.name}`} label={label} />
      ))}
      {here && (
        <g>
          <title>{words.origin}</title>
          <circle cx={here.x} cy={here.y} r="18" className="fill-focus" opacity="0.2" />
          <circle cx={here.x} cy={here.y} r="8" className="fill-focus stroke-surface" strokeWidth="3" />
        </g>
      )}
      {pinned.toReversed().map(({ item, x, y }) => (
        <a key={item.number} href={item.href} aria-label={words.point(item)}>
          <title>{words.point(item)}</title>
          <circle cx={x} cy={y} r={RADIUS} className="fill-accent stroke-surface" strokeWidth="2.5" />
          <text x={x} y={y} dy="0.36em" textAnchor="middle" className="fill-on-accent font-semibold" fontSize="18">
            {item.number}
          </text>
        </a>
      ))}
      <g className="fill-none stroke-ink" strokeWidth="2">
        <path d={`M16 ${HEIGHT - 20}v6h${barWidth.toFixed(1)}v-6`} />
      </g>
      <text x="20" y={HEIGHT - 24} className="fill-ink" fontSize="15">
        {words.scale(bar)}
      </text>
    </svg>
  );
}

const NAME_LOOKS = {
  landmark: { size: 15, look: 'fill-ink-soft' },
  subdistrict: { size: 15, look: 'fill-ink-faint' },
  district: { size: 17, look: 'fill-ink-soft' },
} as const;

function Name({ label: { item, x, y } }: { label: Placed<MapLabel> }) {
  const { size, look } = NAME_LOOKS[item.rank];
  const dot = item.rank === 'landmark';
  return (
    <g className={look} fontSize={size}>
      {dot && <circle cx={x} cy={y} r="2.5" />}
      <text
        x={x}
        y={dot ? y - 7 : y}
        dy={dot ? undefined : '0.36em'}
        textAnchor="middle"
        className="stroke-surface"
        strokeWidth="3"
        paintOrder="stroke"
      >
        {item.name}
      </text>
    </g>
  );
}

/** Metres of a unit of the drawing, in the middle of the frame. */
function metresPerUnit(frame: MapFrame): number {
  return frameWidthMetres(frame) / WIDTH;
}
