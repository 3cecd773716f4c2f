import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/ui/data-table';
import { inLocale } from '@/lib/i18n/locales';
import type { ChildRow, Tile } from '@/lib/indicators/dashboard-schema';
import type { Period } from '@/lib/indicators/period-rules';
import type { IndicatorId } from '@/lib/indicators/schema';
import { useFigureText } from './figure-text';
import { unitPath } from './unit-path';

/** The indicators that tell parts apart best; a level that one is not told at leaves it out. */
const SHOWN = [
  'operating_clinics',
  'held_rate',
  'confirmed_rate',
  'on_time_rate',
  'expert_attendance_rate',
  'visits_per_held_session',
  'active_trainees',
  'conditions_mean',
] as const satisfies readonly IndicatorId[];

type Props = { rows: readonly ChildRow[]; tiles: readonly Tile[]; period: Period; caption: string; empty: string };

/** The parts of a unit side by side, in the order of the network: neither a rank nor a list of shame. */
export function PartsTable({ rows, tiles, period, caption, empty }: Props) {
  const t = useTranslations('dashboard');
  const locale = useLocale();
  const format = useFormatter();
  const text = useFigureText();
  const shown = SHOWN.flatMap((id) => {
    const definition = tiles.find((tile) => tile.definition.id === id)?.definition;
    const told = rows.some(({ figures }) => figures[id].missing !== 'not_at_this_level');
    return definition && told ? [definition] : [];
  });
  const columns: Column<ChildRow>[] = [
    {
      key: 'unit',
      header: t('parts.unit'),
      // names of centres are long
      whole: true,
      cell: ({ unit }) => (
        <a href={unitPath(locale, unit, period)} className="text-link">
          {inLocale(locale, unit.name, unit.nameEn)}
        </a>
      ),
    },
    ...(['expected', 'logged', 'held', 'confirmed'] as const).map((name) => ({
      key: name,
      header: t(`four.${name}`),
      numeric: true,
      cell: (row: ChildRow) => format.number(row.fourNumbers[name]),
    })),
    ...shown.map((definition) => ({
      key: definition.id,
      header: inLocale(locale, definition.name, definition.nameEn),
      numeric: true,
      cell: (row: ChildRow) => text.figure(row.figures[definition.id], definition),
    })),
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      compares
      columns={columns}
      rows={rows}
      rowKey={({ unit }) => unit.code}
      empty={empty}
    />
  );
}
