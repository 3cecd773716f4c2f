import type { ChildRow, PeerBand, Tile } from '@/lib/indicators/dashboard-schema';
import type { IndicatorId } from '@/lib/indicators/schema';
import type { DistrictSpread } from '@/lib/indicators/spread-schema';
import { bandRows } from './band-rows';
import { barRows } from './bar-rows';
import { type ChartWords, definitionIn, valueText } from './chart-words';
import type { Drawing } from './drawing';
import { withoutCommonEnds } from './short-names';

// The charts of a dashboard that compare units, each one function from data and language to a drawing.

/** What the parts of a spread are called. */
function bandWords(words: ChartWords, { row, own }: { row: string; own: string }) {
  return {
    legend: {
      range: words.text('bands.range'),
      middle: words.text('bands.middle'),
      median: words.text('bands.median'),
      own,
    },
    headers: {
      row,
      spread: {
        least: words.text('bands.least'),
        lowerQuartile: words.text('bands.lowerQuartile'),
        median: words.text('bands.median'),
        upperQuartile: words.text('bands.upperQuartile'),
        most: words.text('bands.most'),
      },
    },
    number: (value: number) => words.number(value, 1),
    none: words.text('none'),
  };
}

/** Where the unit stands among others of its level; null where it has no peers. */
export function peersChart(peers: readonly PeerBand[], tiles: readonly Tile[], words: ChartWords): Drawing | null {
  const rows = peers.flatMap((band) => {
    const definition = definitionIn(tiles, band.indicatorId);
    if (!definition) return [];
    return [
      {
        label: words.name(definition.name, definition.nameEn),
        value: band.own === null ? words.text('none') : valueText(words, band.own, definition),
        spread: band,
        own: band.own,
      },
    ];
  });
  if (rows.length === 0) return null;
  return bandRows({
    id: 'peers',
    title: words.text('peers.title'),
    description: words.text('peers.description', { count: peers[0]?.count ?? 0 }),
    rows,
    ...bandWords(words, { row: words.text('table.indicator'), own: words.text('peers.own') }),
  });
}

/** How the held rates of clinics spread inside every district; null for a unit without districts. */
export function districtsChart(spreads: readonly DistrictSpread[], words: ChartWords): Drawing | null {
  if (spreads.length === 0) return null;
  return bandRows({
    id: 'districts',
    title: words.text('districts.title'),
    description: words.text('districts.description', { count: spreads.length }),
    rows: spreads.map(({ unit, clinics, spread, whole }) => ({
      label: words.text('districts.row', { name: words.name(unit.name, unit.nameEn), count: clinics }),
      value: whole === null ? words.text('none') : `${words.number(whole, 1)}%`,
      spread,
      own: whole,
    })),
    ...bandWords(words, { row: words.text('table.unit'), own: words.text('districts.whole') }),
  });
}

/** What programmes have reached of their targets: every row runs to its own target; null where nothing has one. */
export function programmesChart(tiles: readonly Tile[], words: ChartWords): Drawing | null {
  const rows = tiles.flatMap(({ definition, figure, target }) => {
    if (!target || target.value <= 0) return [];
    const reached = figure.value === null ? words.text('none') : valueText(words, figure.value, definition);
    return [
      {
        label: words.name(definition.name, definition.nameEn),
        text: words.text('programmes.row', { value: reached, target: valueText(words, target.value, definition) }),
        value: figure.value === null ? null : Math.min(MOST_OF_TARGET, (figure.value / target.value) * 100),
        target: 100,
      },
    ];
  });
  if (rows.length === 0) return null;
  return barRows({
    id: 'programmes',
    title: words.text('programmes.title'),
    description: words.text('programmes.description', { count: rows.length }),
    rows,
    legend: { value: words.text('programmes.reached'), target: words.text('programmes.target') },
    header: words.text('table.indicator'),
  });
}

/** A bar ends here, so that one target passed many times does not press the others together. */
const MOST_OF_TARGET = 125;

/** One indicator of every part of a unit, in the order of the network; null where it is not told of the parts. */
export function partsChart(
  { id, indicatorId }: { id: string; indicatorId: IndicatorId },
  { children, tiles }: { children: readonly ChildRow[]; tiles: readonly Tile[] },
  words: ChartWords,
): Drawing | null {
  const definition = definitionIn(tiles, indicatorId);
  const told = children.filter(({ figures }) => figures[indicatorId].missing !== 'not_at_this_level');
  if (!definition || told.length === 0) return null;
  const target = tiles.find((tile) => tile.definition.id === indicatorId)?.target ?? null;
  const name = words.name(definition.name, definition.nameEn);
  const names = told.map(({ unit }) => words.name(unit.name, unit.nameEn));
  const labels = withoutCommonEnds(names);
  return barRows({
    id,
    title: words.text('parts.title', { name }),
    description: words.text('parts.description', { name, count: told.length }),
    rows: told.map(({ figures }, index) => {
      const { value } = figures[indicatorId];
      return {
        label: labels[index] ?? '',
        name: names[index],
        text: value === null ? words.text('none') : valueText(words, value, definition),
        value,
        target: target?.value ?? null,
      };
    }),
    legend: {
      value: name,
      target: target && words.text('parts.target', { value: valueText(words, target.value, definition) }),
    },
    header: words.text('table.unit'),
  });
}

/** How many of the city's conditions the parts of a unit offer. */
export function conditionsChart(
  dashboard: { children: readonly ChildRow[]; tiles: readonly Tile[] },
  words: ChartWords,
): Drawing | null {
  return partsChart({ id: 'conditions', indicatorId: 'conditions_mean' }, dashboard, words);
}
