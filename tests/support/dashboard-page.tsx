import { IndicatorTile } from '@/components/dashboard/indicator-tile';
import { MonthsTable } from '@/components/dashboard/months-table';
import { PartsTable } from '@/components/dashboard/parts-table';
import type { ChildRow, Dashboard } from '@/lib/indicators/dashboard-schema';
import { rendered, tableIn, textIn } from './rendered';

/** What people read on a dashboard's page, cell by cell; the first row of a table is its head. */
export type ShownDashboard = {
  /** by the indicator's name */
  tiles: Map<string, string>;
  alliances: string[][];
  parts: string[][];
  /** each under its month as files write it */
  months: string[][];
};

/** 2026年3月 → 2026-03: pages say months in words, files as what sorts. */
function asInFiles(shown: string): string {
  const [, year, month] = /^(\d{4})年(\d{1,2})月$/.exec(shown) ?? [];
  return year && month ? `${year}-${month.padStart(2, '0')}` : shown;
}

/** Renders a dashboard's tiles and tables as its page does, in Chinese, and reads them. */
export async function shownDashboard({
  tiles,
  period,
  alliances,
  children,
  months,
}: Dashboard): Promise<ShownDashboard> {
  const list = await rendered(
    tiles.map((tile) => <IndicatorTile key={tile.definition.id} tile={tile} onePast={false} />),
  );
  const partsOf = async (rows: readonly ChildRow[]) =>
    tableIn(await rendered(<PartsTable rows={rows} tiles={tiles} period={period} caption="表" empty="无" />));
  return {
    tiles: new Map(
      [...list.matchAll(/<h3[^>]*>((?:(?!<\/h3>).)*)<\/h3><p[^>]*>((?:(?!<\/p>).)*)<\/p>/g)].map(([, name, value]) => [
        textIn(name ?? ''),
        textIn(value ?? ''),
      ]),
    ),
    alliances: await partsOf(alliances),
    parts: await partsOf(children),
    months: tableIn(await rendered(<MonthsTable months={months} caption="表" />)).map(([month = '', ...figures]) => [
      asInFiles(month),
      ...figures,
    ]),
  };
}
