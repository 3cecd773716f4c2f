import { classNames } from '@/components/ui/class-names';
import type { Wgs84 } from '@/lib/core/geo';
import { type ClinicMarkName, isOpen, markPath } from './clinic-marks';
import { type Box, type DrawnDistrict, frameOf, layOut, namesApart, SHADES } from './district-map-layout';
import type { MapOutline } from './map-frame';

/** What a district of the map says; those that are not told of are drawn empty. */
export type MapDistrict = {
  code: string;
  name: string;
  value: string;
  /** 0 is the lightest; null where there is no figure */
  shade: number | null;
  href: string;
};
export type MapClinic = { id: string; name: string; districtCode: string; position: Wgs84; mark: ClinicMarkName };

type Props = {
  title: string;
  insetTitle: string;
  outlines: readonly MapOutline[];
  districts: readonly MapDistrict[];
  /** the districts that are too small on the map, in their own detail: they are repeated larger below it */
  inset: readonly MapOutline[];
  clinics: readonly MapClinic[];
};

const [WIDTH, HEIGHT] = [480, 460];
const MAP: Box = { x: 8, y: 8, width: 464, height: 444 };
const INSET_HEIGHT = 330;

/** How opaque a shade is; the words on it keep a pale edge. */
export function shadeOpacity(shade: number): number {
  return 0.1 + (0.62 * shade) / (SHADES - 1);
}

/** Districts shaded by a figure, their names and values on them, clinics as points, and the centre enlarged below. */
export function DistrictMapSvg({ title, insetTitle, outlines, districts, inset, clinics }: Props) {
  const told = new Map(districts.map((district) => [district.code, district]));
  const frame = frameOf(outlines.filter(({ code }) => told.has(code)));
  if (!frame) return null;
  const inner = inset.filter(({ code }) => told.has(code));
  const innerFrame = inner.length > 1 && districts.length > inner.length ? frameOf(inner) : null;
  const whole = layOut(outlines, frame, MAP);
  const near = innerFrame && layOut(inner, innerFrame, { x: 8, y: 8, width: 464, height: INSET_HEIGHT - 16 });
  const hidden = new Set(near ? inner.map(({ code }) => code) : []);
  const [inside, outside] = [
    clinics.filter(({ districtCode }) => hidden.has(districtCode)),
    clinics.filter(({ districtCode }) => !hidden.has(districtCode)),
  ];
  return (
    <div className="grid items-start gap-3 print:grid-cols-2">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="block h-auto w-full rounded-lg bg-sunken">
        <title>{title}</title>
        {whole.districts.map((drawn) => (
          <Shape key={drawn.code} drawn={drawn} district={told.get(drawn.code)} />
        ))}
        {outside.map((clinic) => (
          <Point
            key={clinic.id}
            clinic={clinic}
            at={whole.place(clinic.position)}
            size={districts.length > 1 ? 3.4 : 6}
          />
        ))}
        {namesApart(whole.districts.filter(({ code }) => !hidden.has(code))).map((drawn) => {
          const district = told.get(drawn.code);
          return district && <Words key={drawn.code} drawn={drawn} district={district} />;
        })}
      </svg>
      {near && (
        <svg viewBox={`0 0 ${WIDTH} ${INSET_HEIGHT}`} className="block h-auto w-full rounded-lg bg-sunken">
          <title>{insetTitle}</title>
          {near.districts.map((drawn) => (
            <Shape key={drawn.code} drawn={drawn} district={told.get(drawn.code)} />
          ))}
          {inside.map((clinic) => (
            <Point key={clinic.id} clinic={clinic} at={near.place(clinic.position)} size={4.4} />
          ))}
          {namesApart(near.districts).map((drawn) => {
            const district = told.get(drawn.code);
            return district && <Words key={drawn.code} drawn={drawn} district={district} />;
          })}
        </svg>
      )}
    </div>
  );
}

function Shape({ drawn, district }: { drawn: DrawnDistrict; district: MapDistrict | undefined }) {
  const shade = district?.shade ?? null;
  // what lies around the unit is drawn on the ground of the map
  const ground = !district ? 'fill-sunken' : shade === null ? 'fill-surface' : 'fill-accent';
  const path = (
    <path
      d={drawn.d}
      strokeWidth="1.2"
      fillOpacity={shade === null ? undefined : shadeOpacity(shade)}
      className={classNames('stroke-line-strong', ground)}
      strokeDasharray={district && shade === null ? '4 3' : undefined}
    />
  );
  if (!district) return path;
  return (
    <a href={district.href} aria-label={`${district.name} ${district.value}`}>
      {path}
    </a>
  );
}

/** The name above, the value below, both with an edge in the colour of paper. */
function Words({ drawn: { centre }, district }: { drawn: DrawnDistrict; district: MapDistrict }) {
  return (
    <g className="pointer-events-none fill-ink stroke-surface" strokeWidth="3.5" paintOrder="stroke">
      <text x={centre.x} y={centre.y - 2} textAnchor="middle" fontSize="15">
        {district.name}
      </text>
      <text x={centre.x} y={centre.y + 16} textAnchor="middle" fontSize="15" className="font-semibold">
        {district.value}
      </text>
    </g>
  );
}

/** A clinic with its name and what its mark stands for. */
function Point({ clinic, at, size }: { clinic: MapClinic; at: { x: number; y: number }; size: number }) {
  return (
    <g className="pointer-events-none">
      <title>{clinic.name}</title>
      <ClinicMark x={at.x} y={at.y} size={size} mark={clinic.mark} />
    </g>
  );
}

const LOOKS: Record<ClinicMarkName, string> = {
  steady: 'fill-info stroke-surface',
  irregular: 'fill-warning stroke-surface',
  idle: 'fill-warning stroke-surface',
  nominal_only: 'fill-danger stroke-surface',
  insufficient: 'fill-surface stroke-ink-soft',
  suspended: 'fill-surface stroke-danger',
};

/** The mark of a clinic, also for the legend: every state has a shape of its own. */
export function ClinicMark({ x, y, size, mark }: { x: number; y: number; size: number; mark: ClinicMarkName }) {
  return <path d={markPath(mark, x, y, size)} strokeWidth={isOpen(mark) ? 1.6 : 1} className={LOOKS[mark]} />;
}
