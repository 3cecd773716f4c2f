import { useLocale, useTranslations } from 'next-intl';
import { listHref } from '@/components/clinics/list-params';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { SubdistrictRecord } from '@/lib/public-directory/records-schema';

/** Subdistricts of a district, each leading to the services nearest to it. */
export function SubdistrictLinks({ subdistricts }: { subdistricts: readonly SubdistrictRecord[] }) {
  const t = useTranslations('alliances.districtDetail');
  const locale = useLocale();
  return (
    <>
      <p className="mb-2 text-ink-soft">{t('subdistrictsNote')}</p>
      <ul className="flex flex-wrap gap-x-5">
        {subdistricts.map(({ code, name, nameEn }) => (
          <li key={code}>
            <a
              href={listHref(localePath(locale, '/services'), { place: code })}
              className="inline-flex min-h-11 items-center text-link"
            >
              {inLocale(locale, name, nameEn)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
