import { getLocale, getTranslations } from 'next-intl/server';
import { ViewDone } from '@/app/[locale]/(workspace)/clinic-sessions/views/view-done';
import { sendDashboardView } from '@/app/[locale]/(workspace)/dashboard/actions';
import type { Parameters } from '@/app/[locale]/(workspace)/dashboard/asked-view';
import { ViewLinks } from '@/components/session-list/view-links';
import { ActionForm } from '@/components/ui/action-form';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import type { Actor } from '@/lib/access/actor';
import { listSavedViews } from '@/lib/clinic-sessions/saved-view-queries';
import { VIEW_NAME_LIMIT } from '@/lib/clinic-sessions/saved-view-schema';
import { localePath } from '@/lib/i18n/locales';

type Props = {
  actor: Actor;
  /** the address of the page that is shown */
  path: string;
  /** the same with a period that does not move on with the months */
  fixedPath: string;
  parameters: Parameters;
};

/** The dashboards that somebody keeps, a form to keep this one, and an address of it that will show the same months. */
export async function KeptViews({ actor, path, fixedPath, parameters }: Props) {
  const [t, locale, views] = await Promise.all([
    getTranslations('dashboard.kept'),
    getLocale(),
    listSavedViews(actor, 'dashboard'),
  ]);
  const query = path.slice(localePath(locale, '/dashboard').length + 1);
  return (
    <div className="no-print">
      <Section id="kept" title={t('title')}>
        <ViewDone parameters={parameters} views={views} />
        <ViewLinks views={views} query={query} />
        <p className="my-3 max-w-prose">
          <TextLink href={fixedPath} className="inline-flex min-h-11 items-center">
            {t('fixed')}
          </TextLink>{' '}
          <span className="text-ink-soft">{t('fixedNote')}</span>
        </p>
        <ActionForm
          id="keep-dashboard"
          action={sendDashboardView}
          summary={t('keep')}
          note={t('keepNote')}
          fields={[{ name: 'name', label: t('name'), hint: t('nameHint'), maxLength: VIEW_NAME_LIMIT }]}
          hidden={{ query }}
          submit={t('save')}
          narrow
        />
      </Section>
    </div>
  );
}
