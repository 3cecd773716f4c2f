import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { InputField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';

type Props = {
  /** the calendar's full address, http or https */
  address: string;
  /** the same calendar on this site */
  href: string;
};

/** Ways to keep sessions in one's own calendar: subscribe, download once, or copy the address. */
export function Subscribe({ address, href }: Props) {
  const t = useTranslations('calendar.subscribe');
  return (
    <div className="no-print">
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={address.replace(/^https?:/, 'webcal:')}>
          <Icon name="calendar" />
          {t('subscribe')}
        </ButtonLink>
        <ButtonLink href={href} download>
          <Icon name="download" />
          {t('download')}
        </ButtonLink>
      </div>
      <p className="mt-2 max-w-prose text-sm text-ink-soft">{t('difference')}</p>
      <div className="mt-3 max-w-prose">
        <Disclosure summary={t('copyTitle')}>
          <InputField
            id="calendar-address"
            label={t('address')}
            hint={t('addressHint')}
            defaultValue={address}
            readOnly
          />
        </Disclosure>
      </div>
    </div>
  );
}
