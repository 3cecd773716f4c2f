import { useLocale, useTranslations } from 'next-intl';
import { FigureTile } from '@/components/ui/figure-tile';
import { localePath } from '@/lib/i18n/locales';
import type { NetworkCounts, NetworkFigure, NetworkFigureKey } from '@/lib/public-directory/views-schema';
import { markOf } from './figures';

const COUNTED = [
  { count: 'centres', figure: 'centres' },
  { count: 'stations', figure: 'stations' },
  { count: 'clinics', figure: 'joint_clinics' },
  { count: 'experts', figure: 'joint_clinics' },
] as const satisfies readonly { count: keyof NetworkCounts; figure: NetworkFigureKey }[];

/** Counts of a part of the network, each marked by where it comes from and leading to what it counts. */
export function PartFigures({
  counts,
  figures,
  links,
}: {
  counts: NetworkCounts;
  figures: readonly NetworkFigure[];
  links: Partial<Record<(typeof COUNTED)[number]['count'], string>>;
}) {
  const t = useTranslations('alliances.count');
  return (
    <div className="grid grid-cols-1 gap-3 min-[20rem]:not-senior:grid-cols-2 lg:grid-cols-4">
      {COUNTED.map(({ count, figure }) => (
        <FigureTile
          key={count}
          value={counts[count]}
          label={t(count)}
          href={links[count]}
          origin={markOf(figures, figure)}
        />
      ))}
    </div>
  );
}

const PUBLISHED = [
  'centres',
  'stations',
  'joint_clinics',
  'trainee_doctors',
] as const satisfies readonly NetworkFigureKey[];

/** The city's totals as the authority published them. */
export function PublishedTotals({ figures }: { figures: readonly NetworkFigure[] }) {
  const t = useTranslations('alliances');
  const locale = useLocale();
  const shown = PUBLISHED.flatMap((key) => {
    const published = figures.find((figure) => figure.key === key)?.published;
    return published ? [{ key, published }] : [];
  });
  return (
    <>
      <div className="grid grid-cols-1 gap-3 min-[20rem]:not-senior:grid-cols-2 lg:grid-cols-4">
        {shown.map(({ key, published }) => (
          <FigureTile key={key} value={published.value} label={t(`published.${key}`)} origin="published" />
        ))}
      </div>
      <p className="mt-2 text-sm text-ink-soft">
        <a href={localePath(locale, '/data')} className="text-link">
          {t('published.source')}
        </a>
      </p>
    </>
  );
}
