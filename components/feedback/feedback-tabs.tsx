import { useLocale, useTranslations } from 'next-intl';
import { LinkTabs } from '@/components/ui/link-tabs';
import { localePath } from '@/lib/i18n/locales';
import { FEEDBACK_PATH, SUPPORT_PATH } from './feedback-paths';

/** What residents report and what staff ask, side by side. */
export function FeedbackTabs({ current }: { current: 'reports' | 'support' }) {
  const t = useTranslations('feedback.tab');
  const locale = useLocale();
  const tab = (key: 'reports' | 'support', path: string) => ({
    href: localePath(locale, path),
    label: t(key),
    current: key === current,
  });
  return <LinkTabs label={t('label')} tabs={[tab('reports', FEEDBACK_PATH), tab('support', SUPPORT_PATH)]} />;
}
