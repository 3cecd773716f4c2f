import { useLocale } from 'next-intl';
import { inLocale } from '@/lib/i18n/locales';
import type { CampusRecord } from '@/lib/public-directory/records-schema';
import { PlaceName } from './place-name';

/** The campuses of a hospital with their addresses. */
export function CampusList({ campuses }: { campuses: readonly CampusRecord[] }) {
  const locale = useLocale();
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {campuses.map((campus) => (
        <li key={campus.name}>
          <p className="font-medium">
            <PlaceName name={campus.name} nameEn={campus.nameEn} />
          </p>
          <p className="text-ink-soft">{inLocale(locale, campus.address, campus.addressEn)}</p>
        </li>
      ))}
    </ul>
  );
}
