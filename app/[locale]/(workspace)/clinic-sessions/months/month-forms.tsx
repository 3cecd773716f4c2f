import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/action-form';
import { Section } from '@/components/ui/section';
import type { MonthSeen } from '@/lib/clinic-sessions/review-schema';
import { sendMonthClose, sendMonthReopening } from './actions';

/** Closes the month, which names what is open; or opens it again, with a reason. */
export async function MonthForms({ month: { month, over, close, figures, districtCode } }: { month: MonthSeen }) {
  const t = await getTranslations('review.month');
  const { open } = figures;
  const name = month.slice(0, 7);
  if (close)
    return (
      <Section id="reopen" title={t('reopenTitle')}>
        <ActionForm
          id="reopen-month"
          action={sendMonthReopening}
          hidden={{ closeId: close.id, month: name }}
          fields={[{ name: 'reason', kind: 'area', label: t('reason'), maxLength: 1000 }]}
          note={t('reopenNote')}
          submit={t('reopen')}
          variant="danger"
        />
      </Section>
    );
  return (
    <Section id="close" title={t('closeTitle')}>
      {over ? (
        <ActionForm
          id="close-month"
          action={sendMonthClose}
          hidden={{ districtCode, month: name, open: String(open) }}
          fields={open > 0 ? [{ name: 'openSeen', kind: 'checkbox', label: t('openSeen', { count: open }) }] : []}
          note={t(open > 0 ? 'closeWarning' : 'closeLead')}
          submit={t('close')}
        />
      ) : (
        <p>{t('notOver')}</p>
      )}
    </Section>
  );
}
