import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { feedbackPath, reportPagePath } from '@/components/feedback/feedback-paths';
import { InstantText } from '@/components/ui/date-text';
import type { DueGroup } from '@/components/workspace/due-list';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { listOpenReports } from '@/lib/directory/report-queries';
import { inLocale, localePath } from '@/lib/i18n/locales';

const SHOWN = 3;

/** Residents' reports that wait for an answer of the actor's. */
export async function reportsDue(actor: Actor): Promise<DueGroup | null> {
  if (!mayI(actor, 'update', 'InformationReport')) return null;
  const { count, reports } = await listOpenReports(actor, SHOWN);
  if (count === 0) return null;
  const [t, kind, locale] = await Promise.all([
    getTranslations('feedback'),
    getTranslations('terms.reportCategory'),
    getLocale(),
  ]);
  return {
    key: 'reports',
    when: reports.some(({ overdue }) => overdue) ? 'overdue' : 'open',
    title: t('due'),
    count,
    href: feedbackPath(locale, { status: 'open' }),
    rows: reports.map(({ id, category, subject, createdAt }) => ({
      key: id,
      href: localePath(locale, reportPagePath(id)),
      title: kind(category),
      detail: (
        <>
          {subject ? inLocale(locale, subject.name, subject.nameEn) : t('portal')} · <InstantText at={createdAt} />
        </>
      ),
    })),
  };
}
