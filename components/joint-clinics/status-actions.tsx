import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { CivilDate } from '@/lib/core/dates';
import type { PlacedPeriod, PlanChangeKind } from '@/lib/joint-clinics/plan-schema';
import { statusPeriodOn } from '@/lib/joint-clinics/rules';
import type { ClinicStatus } from '@/lib/joint-clinics/schema';
import { FOLLOWS } from '@/lib/joint-clinics/schema';
import { changePath } from './clinic-paths';

const KINDS: Record<Exclude<ClinicStatus, 'preparing'>, Extract<PlanChangeKind, 'suspend' | 'resume' | 'close'>> = {
  operating: 'resume',
  suspended: 'suspend',
  closed: 'close',
};

type Props = { clinicId: string; statuses: readonly PlacedPeriod[]; today: CivilDate };

/** What may become of the clinic: only what may follow its present state, or one that is announced. */
export function StatusActions({ clinicId, statuses, today }: Props) {
  const t = useTranslations('joint-clinics.statuses');
  const locale = useLocale();
  const present = statusPeriodOn(statuses, today);
  const ahead = statuses.filter(({ validFrom }) => validFrom > today);
  const following = new Set([present, ...ahead].flatMap((period) => (period ? FOLLOWS[period.status] : [])));
  if (following.size === 0) return <p className="mb-3 text-ink-soft">{t('final')}</p>;
  return (
    <p className="mb-3 flex flex-wrap gap-3">
      {(['operating', 'suspended', 'closed'] as const)
        .filter((status) => following.has(status))
        .map((status) => (
          <ButtonLink
            key={status}
            href={changePath(locale, clinicId, KINDS[status])}
            variant={status === 'operating' ? 'secondary' : 'danger'}
          >
            {t(KINDS[status])}
          </ButtonLink>
        ))}
    </p>
  );
}
