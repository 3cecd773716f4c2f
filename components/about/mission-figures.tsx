import { useTranslations } from 'next-intl';
import { FigureTile } from '@/components/ui/figure-tile';
import type { NetworkFigure } from '@/lib/public-directory/views-schema';

const MISSION = ['centres', 'stations', 'joint_clinics', 'trainee_doctors'] as const;

/** The four published numbers that say how far the alliances reach into the communities. */
export function MissionFigures({ figures }: { figures: readonly NetworkFigure[] }) {
  const t = useTranslations('about.mission');
  return (
    <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      {MISSION.map((key) => (
        <FigureTile
          key={key}
          value={figures.find((figure) => figure.key === key)?.published?.value ?? null}
          label={t(key)}
          origin="published"
        />
      ))}
    </div>
  );
}
