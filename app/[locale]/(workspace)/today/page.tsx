import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { DueList } from '@/components/workspace/due-list';
import { mayI } from '@/lib/access/abilities';
import { getPreviousSignIn } from '@/lib/auth/previous-sign-in';
import { requireActor } from '@/lib/auth/require-actor';
import { now } from '@/lib/core/clock';
import { localePath } from '@/lib/i18n/locales';
import { listDue } from './due-sources';
import { LoggingToday } from './logging-today';
import { waysOn } from './ways';

const TIME_ZONE = 'Asia/Shanghai';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.today'))('title') };
}

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export default async function TodayPage({ searchParams }: Props) {
  const actor = await requireActor();
  const [{ done }, t, account, reviewed, locale, format, previous, due] = await Promise.all([
    searchParams,
    getTranslations('workspace.today'),
    getTranslations('workspace.account'),
    getTranslations('review.action.done'),
    getLocale(),
    getFormatter(),
    getPreviousSignIn(actor),
    listDue(actor),
  ]);
  const date = format.dateTime(now(), { timeZone: TIME_ZONE, dateStyle: 'full' });

  return (
    <>
      <PageHeading title={t('title')} lead={t('greeting', { name: actor.displayName, date })} />
      {mayI(actor, 'create', 'ClinicSession') && <LoggingToday actor={actor} logged={done === 'logged'} />}
      {done === 'confirmed' && (
        <Notice kind="success" announce>
          {reviewed('confirmed')}
        </Notice>
      )}
      <Section id="due" title={t('dueTitle')}>
        {due.length > 0 ? (
          <DueList groups={due} />
        ) : (
          <Card>
            <p className="font-medium">{t('empty')}</p>
            <p className="mt-2 max-w-prose text-ink-soft">{t(`due.${actor.role}`)}</p>
          </Card>
        )}
      </Section>
      <div className="no-print">
        <Section id="now" title={t('nowTitle')}>
          <ul className="grid gap-3 sm:grid-cols-2">
            {waysOn(actor.role).map(({ key, path }) => (
              <li key={key}>
                <a
                  href={localePath(locale, path)}
                  className="flex min-h-14 items-center justify-between gap-3 rounded-xl border border-line bg-surface px-4 py-3 no-underline hover:border-accent hover:text-accent"
                >
                  {t(`now.${key}`)}
                  <Icon name="arrowRight" />
                </a>
              </li>
            ))}
          </ul>
        </Section>
      </div>
      <p className="mt-10 text-sm text-ink-soft">
        {previous ? (
          <>
            {t('lastSignIn', {
              when: format.dateTime(previous.at, { timeZone: TIME_ZONE, dateStyle: 'medium', timeStyle: 'short' }),
              browser: previous.userAgent || account('unknownBrowser'),
            })}{' '}
            {t('notYou')} <TextLink href={localePath(locale, '/account')}>{t('check')}</TextLink>
          </>
        ) : (
          t('firstSignIn')
        )}
      </p>
    </>
  );
}
