import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { DateText } from '@/components/ui/date-text';
import type { CivilDate } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';
import { comingAfter, definitionOn } from '@/lib/indicators/definition-rules';
import type { DefinitionVersions } from '@/lib/indicators/schema';
import { redefinePath } from './definition-paths';

type Props = { definitions: readonly DefinitionVersions[]; today: CivilDate; caption: string };

/** Every indicator with the version in force, the one to come, and when it is to be looked at again. */
export function DefinitionTable({ definitions, today, caption }: Props) {
  const t = useTranslations('counting');
  const locale = useLocale();
  const present = (versions: DefinitionVersions) => definitionOn(versions, today);
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={definitions}
      rowKey={([{ id }]) => id}
      columns={[
        {
          key: 'name',
          header: t('table.indicator'),
          wide: true,
          cell: (versions) => (
            <a href={redefinePath(locale, versions[0].id)} className="text-link">
              {inLocale(locale, present(versions).name, present(versions).nameEn)}
            </a>
          ),
        },
        {
          key: 'version',
          header: t('term.version'),
          cell: (versions) => (
            <span className="flex flex-wrap gap-2">
              {t('version', { version: present(versions).version })}
              {comingAfter(versions, today).map(({ version, validFrom }) => (
                <Badge key={version}>{t('table.comes', { version, date: validFrom })}</Badge>
              ))}
            </span>
          ),
        },
        {
          key: 'review',
          header: t('table.nextReview'),
          cell: (versions) => (
            <span className="flex flex-wrap items-center gap-2">
              <DateText date={present(versions).nextReviewOn} weekday="none" year />
              {present(versions).nextReviewOn <= today && <Badge tone="warning">{t('table.due')}</Badge>}
            </span>
          ),
        },
        {
          key: 'public',
          header: t('table.seenBy'),
          cell: (versions) => t(present(versions).public ? 'published' : 'staffOnly'),
        },
      ]}
    />
  );
}
