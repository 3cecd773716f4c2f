import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DateText } from '@/components/ui/date-text';
import type { FollowUpListed } from '@/lib/monitor/follow-up-schema';

/** The office that has a follow-up, and who there has taken it on. */
export function FollowUpOwner({ followUp: { office, ownerName } }: { followUp: FollowUpListed }) {
  const t = useTranslations('monitor.followUp');
  return t('ownerNamed', { office: t(`office.${office}`), name: ownerName ?? t('nobody') });
}

/** The day a follow-up is due, and whether that is over. */
export function FollowUpDue({ followUp: { dueOn, overdue } }: { followUp: FollowUpListed }) {
  const t = useTranslations('monitor.followUp');
  return (
    <>
      <DateText date={dueOn} weekday="none" year /> {overdue && <Badge tone="danger">{t('overdue')}</Badge>}
    </>
  );
}
