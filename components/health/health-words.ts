import type { useTranslations } from 'next-intl';
import type { HealthProblem, HealthRow } from '@/lib/registry/health/health-schema';

type Words = ReturnType<typeof useTranslations<'health'>>;

/** What was found of a row, and what it would become where that can be told. */
export function foundText(t: Words, problem: HealthProblem, row: HealthRow): string {
  switch (problem) {
    case 'hours':
      if (row.kind === 'community_centre') return t('found.missing', { fields: t('field.hours') });
      return row.centreHours ? t('found.hours', { hours: row.centreHours }) : t('found.noHours');
    case 'phone':
      return row.phoneProposal
        ? t('found.phone', { before: row.phone ?? '', after: row.phoneProposal })
        : t('found.phoneUnread', { phone: row.phone ?? '' });
    case 'position':
      return t(`found.${row.positionProblem ?? 'district'}`);
    case 'duplicate':
      return t('found.double', { names: row.doubles.slice(0, 5).join('、') });
    default:
      return row.missing.length === 0
        ? ''
        : t('found.missing', { fields: row.missing.map((field) => t(`field.${field}`)).join('、') });
  }
}
