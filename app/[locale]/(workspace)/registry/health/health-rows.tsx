import { getLocale, getTranslations } from 'next-intl/server';
import { FixForm } from '@/components/health/fix-form';
import { healthFilePath, healthPath } from '@/components/health/health-paths';
import { HealthTable } from '@/components/health/health-table';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/pager';
import { Section } from '@/components/ui/section';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { FIXES_OF, type HealthFilter, type HealthUnit, type HealthView } from '@/lib/registry/health/health-schema';
import { sendFix } from './actions';

type Props = {
  actor: Actor;
  health: HealthView;
  /** what was asked about: a district, or all of the reader's scope */
  unit: HealthUnit;
  page: NonNullable<HealthView['page']>;
  filter: HealthFilter;
};

/** The facilities of one problem, and what can be done about them. */
export async function HealthRows({ actor, health: { mayFix, mayConfirm }, unit, page, filter }: Props) {
  const [t, locale] = await Promise.all([getTranslations('health'), getLocale()]);
  const { problem, district, after } = filter;
  const fixes = FIXES_OF[problem].filter((fix) => (fix === 'confirm' ? mayConfirm : mayFix));
  return (
    <>
      <Section id="rows" title={t(`problemName.${problem}`)}>
        {page.rows.length === 0 && !after ? (
          <Notice kind="success" title={t('list.empty')}>
            {t('list.well', { count: unit.facilities })}
          </Notice>
        ) : (
          <>
            <p className="mb-3 max-w-prose text-ink-soft">{t(`problemNote.${problem}`)}</p>
            <HealthTable problem={problem} rows={page.rows} />
          </>
        )}
        <Pager
          label={t('list.pages')}
          previousHref={after ? healthPath(locale, { problem, district }) : null}
          previous={t('list.first')}
          nextHref={page.next && healthPath(locale, { problem, district, after: page.next })}
        />
      </Section>
      {page.rows.length > 0 && fixes.length > 0 && (
        <Section id="put-right" title={t('fix.title')}>
          <FixForm filter={filter} fixes={fixes} rows={page.rows} action={sendFix} />
        </Section>
      )}
      {page.rows.length > 0 && mayI(actor, 'read', 'ListImport') && (
        <Section id="workbook" title={t('workbook.title')}>
          <p className="mb-3 max-w-prose text-ink-soft">{t('workbook.note')}</p>
          <p className="flex flex-wrap gap-3">
            {(['centres', 'stations'] as const).map((list) => (
              <ButtonLink key={list} href={healthFilePath(locale, list, { problem, district })} download>
                <Icon name="download" />
                {t(`workbook.${list}`)}
              </ButtonLink>
            ))}
          </p>
        </Section>
      )}
    </>
  );
}
