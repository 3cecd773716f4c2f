import { useLocale, useTranslations } from 'next-intl';
import { DistanceText } from '@/components/search/distance-text';
import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import { localePath } from '@/lib/i18n/locales';
import type { NamedPlace } from '@/lib/public-directory/views-schema';
import { PlaceName } from './place-name';

const SHOWN = 10;

type Props = {
  places: readonly NamedPlace[];
  /** neighbours of several kinds say which they are */
  kinds?: boolean;
  /** words of the fold that holds those beyond the first ten */
  more?: (count: number) => string;
};

/** Places by distance from the place of the page; a long list shows the first ten and folds the rest. */
export function PlaceList({ places, kinds, more }: Props) {
  const first = more ? places.slice(0, SHOWN) : places;
  const rest = more ? places.slice(SHOWN) : [];
  return (
    <>
      <Places places={first} kinds={kinds} />
      {more && rest.length > 0 && (
        <div className="mt-3">
          <Disclosure summary={more(rest.length)}>
            <Places places={rest} kinds={kinds} />
          </Disclosure>
        </div>
      )}
    </>
  );
}

function Places({ places, kinds }: Pick<Props, 'places' | 'kinds'>) {
  const terms = useTranslations('terms');
  const locale = useLocale();
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2">
      {places.map((place) => (
        <li key={place.id} className="border-b border-line py-2">
          <a href={localePath(locale, `/facilities/${place.id}`)} className="inline-block py-1 text-link">
            <PlaceName name={place.name} nameEn={place.nameEn} />
          </a>
          <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
            {kinds && <span>{terms(`kind.${place.kind}`)} ·</span>}
            <span>
              <DistanceText metres={place.distanceMetres} />
            </span>
            {place.status !== 'operating' && <Badge tone="danger">{terms(`facilityStatus.${place.status}`)}</Badge>}
          </p>
        </li>
      ))}
    </ul>
  );
}
