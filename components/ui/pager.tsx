import { useTranslations } from 'next-intl';
import { ButtonLink } from './button';
import { Icon } from './icon';

type Props = {
  label: string;
  previousHref?: string | null;
  nextHref?: string | null;
  previous?: React.ReactNode;
  next?: React.ReactNode;
};

/** Ways to the neighbouring pages of a list, by address; nothing when there is only this one. */
export function Pager({ label, previousHref, nextHref, previous, next }: Props) {
  const t = useTranslations('ui.pager');
  if (!previousHref && !nextHref) return null;
  return (
    <nav aria-label={label} className="no-print mt-6 flex flex-wrap justify-between gap-3">
      {previousHref ? (
        <ButtonLink href={previousHref} rel="prev">
          <Icon name="arrowLeft" />
          {previous ?? t('previous')}
        </ButtonLink>
      ) : (
        <span />
      )}
      {nextHref && (
        <ButtonLink href={nextHref} rel="next">
          {next ?? t('next')}
          <Icon name="arrowRight" />
        </ButtonLink>
      )}
    </nav>
  );
}
