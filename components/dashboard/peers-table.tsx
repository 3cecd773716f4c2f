import { useLocale, useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/ui/data-table';
import { inLocale } from '@/lib/i18n/locales';
import type { PeerBand, Tile } from '@/lib/indicators/dashboard-schema';
import { useFigureText } from './figure-text';

const VALUES = ['least', 'lowerQuartile', 'median', 'upperQuartile', 'most'] as const;

/** Where the unit stands among others of its level, who stay unnamed. */
export function PeersTable({
  peers,
  tiles,
  caption,
}: {
  peers: readonly PeerBand[];
  tiles: readonly Tile[];
  caption: string;
}) {
  const t = useTranslations('dashboard.peers');
  const locale = useLocale();
  const text = useFigureText();
  const definitionOf = ({ indicatorId }: PeerBand) =>
    tiles.find(({ definition }) => definition.id === indicatorId)?.definition;
  const told = peers.filter((band) => definitionOf(band));
  const value = (band: PeerBand, of: number | null) => {
    const definition = definitionOf(band);
    return definition && of !== null ? text.number(of, definition) : '—';
  };
  const columns: Column<PeerBand>[] = [
    {
      key: 'indicator',
      header: t('indicator'),
      cell: (band) => {
        const definition = definitionOf(band);
        return definition && inLocale(locale, definition.name, definition.nameEn);
      },
    },
    { key: 'own', header: t('own'), numeric: true, cell: (band) => <strong>{value(band, band.own)}</strong> },
    ...VALUES.map((name) => ({
      key: name,
      header: t(name),
      numeric: true,
      cell: (band: PeerBand) => value(band, band[name]),
    })),
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={told}
      rowKey={({ indicatorId }) => indicatorId}
    />
  );
}
