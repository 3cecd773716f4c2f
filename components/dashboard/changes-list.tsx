import { useLocale, useTranslations } from 'next-intl';
import { monthText } from '@/components/ui/date-words';
import { TextLink } from '@/components/ui/text-link';
import { inLocale } from '@/lib/i18n/locales';
import type { Change, WatchedIndicator } from '@/lib/indicators/change-rules';
import type { Tile } from '@/lib/indicators/dashboard-schema';
import { monthOf, type Period } from '@/lib/indicators/period-rules';
import { useFigureText } from './figure-text';
import { recordsPath, unitPath } from './unit-path';

/** How the list of sessions is asked for what a rate leaves out, or for what it counts. */
const ROWS: Record<WatchedIndicator, Readonly<Record<string, string>>> = {
  held_rate: { held: 'not_held' },
  on_time_rate: { late: '1' },
  expert_attendance_rate: { held: 'held' },
  trainee_attendance_rate: { held: 'held' },
  trainee_led_share: { held: 'held' },
  visits_per_held_session: { held: 'held' },
};

type Props = { changes: readonly Change[]; tiles: readonly Tile[] };

/** What changed most of late, in neutral words, each with the records behind it. */
export function ChangesList({ changes, tiles }: Props) {
  const t = useTranslations('dashboard.changes');
  const locale = useLocale();
  const text = useFigureText();
  if (changes.length === 0) return <p className="max-w-prose text-ink-soft">{t('none')}</p>;
  return (
    <ol className="grid gap-3">
      {changes.map((change) => {
        const { unit, indicatorId, now, before, recent, earlier } = change;
        const definition = tiles.find((tile) => tile.definition.id === indicatorId)?.definition;
        if (!definition) return null;
        const months: Period = { kind: 'custom', from: recent.from, to: monthOf(recent.to).to };
        const values = {
          unit: inLocale(locale, unit.name, unit.nameEn),
          indicator: inLocale(locale, definition.name, definition.nameEn),
          now: text.number(now, definition),
          before: text.number(before, definition),
          from: monthText(locale, recent.from),
          to: monthText(locale, recent.to),
          earlierFrom: monthText(locale, earlier.from),
          earlierTo: monthText(locale, earlier.to),
        };
        return (
          <li
            key={`${unit.level}/${unit.code}`}
            className="break-inside-avoid rounded-xl border border-line bg-surface p-4"
          >
            <p>{now > before ? t('higher', values) : t('lower', values)}</p>
            <p className="no-print mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
              <TextLink href={recordsPath(locale, unit, months, ROWS[indicatorId])}>
                {t(`rows.${indicatorId}`)}
              </TextLink>
              <TextLink href={unitPath(locale, unit, months)}>{t('open', { unit: values.unit })}</TextLink>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
