import { getLocale, getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ChoiceGroup, InputField, SelectField } from '@/components/ui/field';
import { PageHeading } from '@/components/ui/page-heading';
import { ParamNotice } from '@/components/ui/param-notice';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai, isCivilDate } from '@/lib/core/dates';
import { HALVES } from '@/lib/directory/schema';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { listPlannedSessions } from '@/lib/joint-clinics/queries';

type Props = { actor: Actor; given: Record<'clinic' | 'date' | 'half', string | string[] | undefined> };

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

/** Which session is to be logged, where the schedule does not say so. */
export async function ChooseSession({ actor, given }: Props) {
  const today = dateInShanghai(now());
  const [t, halves, locale, clinics] = await Promise.all([
    getTranslations('logging.choose'),
    getTranslations('terms.half'),
    getLocale(),
    listPlannedSessions(actor, { from: today, to: today }),
  ]);
  const options = clinics.map((one) => ({
    value: one.clinicId,
    label: inLocale(locale, one.clinicName, one.clinicNameEn),
  }));
  const [date, half] = [textOf(given.date), textOf(given.half)];
  const known = {
    clinic: options.some(({ value }) => value === given.clinic),
    date: isCivilDate(date),
    half: HALVES.some((one) => one === half),
  };
  const problems = (['clinic', 'date', 'half'] as const).flatMap((name) =>
    given[name] === undefined || given[name] === '' || known[name] ? [] : [{ name, value: String(given[name]) }],
  );
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <ParamNotice problems={problems} labels={{ clinic: t('clinic'), date: t('date'), half: t('half') }} />
      <Card className="max-w-xl border-line">
        {/* an ordinary form that leads to an address: it needs no scripts */}
        <form action={localePath(locale, '/clinic-sessions/log')} className="grid gap-5">
          <SelectField
            id="choose-clinic"
            name="clinic"
            label={t('clinic')}
            empty={options.length === 1 ? undefined : t('choose')}
            options={options}
            defaultValue={textOf(given.clinic)}
            required
          />
          <InputField
            id="choose-date"
            name="date"
            type="date"
            label={t('date')}
            max={today}
            // a field for dates takes no text that is none
            defaultValue={isCivilDate(date) ? date : today}
            required
          />
          <ChoiceGroup
            id="choose-half"
            name="half"
            type="radio"
            label={t('half')}
            columns
            options={HALVES.map((one) => ({ value: one, label: halves(one) }))}
            selected={[HALVES.find((one) => one === half) ?? 'am']}
          />
          <p>
            <Button>{t('submit')}</Button>
          </p>
        </form>
      </Card>
    </>
  );
}
