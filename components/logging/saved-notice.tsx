import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { localePath } from '@/lib/i18n/locales';
import type { SendingProblem } from './device/device-records';

/** Takes the place of a form whose record lies on the device until it can be sent. */
export function SavedNotice({ problem }: { problem: SendingProblem | null }) {
  const t = useTranslations('logging.saved');
  const locale = useLocale();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const today = localePath(locale, '/today');
  const text = problem?.kind === 'signedOut' || problem?.kind === 'otherRole' ? problem.kind : 'text';
  return (
    <Card as="section" aria-labelledby="log-saved" className="border-line">
      <h2 ref={title} id="log-saved" tabIndex={-1} className="text-xl">
        {t('title')}
      </h2>
      <p className="mt-2 max-w-prose">{t(text)}</p>
      <p className="mt-4 flex flex-wrap gap-3">
        <ButtonLink href={today} variant="primary">
          {t('today')}
        </ButtonLink>
      </p>
    </Card>
  );
}
