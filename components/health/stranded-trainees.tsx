import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { DataTable } from '@/components/ui/data-table';
import type { FormAction } from '@/components/ui/form-state';
import { TextLink } from '@/components/ui/text-link';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { StrandedView } from '@/lib/registry/health/stranded-schema';

type Props = { stranded: StrandedView; action: FormAction };

/** Trainees whose centre is closed, and the form that gives them to another one. */
export function StrandedTrainees({ stranded: { trainees, more, centres }, action }: Props) {
  const t = useTranslations('health.stranded');
  const locale = useLocale();
  const named = (one: { name: string; nameEn: string }) => inLocale(locale, one.name, one.nameEn);
  const districts = new Map(centres.map(({ district }) => [district.code, district]));
  return (
    <>
      <p className="mb-3 max-w-prose text-ink-soft">{t('note')}</p>
      {more && <p className="mb-3">{t('more', { count: trainees.length })}</p>}
      <DataTable
        caption={t('title')}
        captionHidden
        rows={trainees}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            header: t('trainee'),
            cell: (one) => (
              <TextLink
                href={localePath(locale, `/people/trainees/${encodeURIComponent(one.id)}`)}
                className="inline-flex min-h-11 items-center"
              >
                {named(one)}
              </TextLink>
            ),
          },
          {
            key: 'centre',
            header: t('centre'),
            wide: true,
            cell: ({ centre, district }) => t('place', { district: named(district), centre: named(centre) }),
          },
        ]}
      />
      {centres.length > 0 && (
        <div className="mt-6">
          <ActionForm
            id="stranded"
            action={action}
            hidden={{}}
            note={t('how')}
            fields={[
              {
                ...{ kind: 'select', name: 'centre', label: t('to'), empty: t('choose') },
                options: [...districts.values()].map((district) => ({
                  label: named(district),
                  options: centres
                    .filter((one) => one.district.code === district.code)
                    .map((one) => ({ value: one.id, label: named(one) })),
                })),
              },
              {
                ...{ kind: 'checkboxes', name: 'trainee', label: t('who') },
                options: trainees.map((one) => ({
                  value: `${one.centre.id} ${one.id}`,
                  label: [named(one), named(one.centre)].join(' · '),
                })),
              },
            ]}
            submit={t('submit')}
          />
        </div>
      )}
    </>
  );
}
