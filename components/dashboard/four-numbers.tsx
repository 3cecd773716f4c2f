import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { Dashboard, FourNumbers as Numbers } from '@/lib/indicators/dashboard-schema';
import { recordsPath } from './unit-path';

const NAMES = ['expected', 'logged', 'held', 'confirmed'] as const;
type Name = (typeof NAMES)[number];
const [WIDTH, HEIGHT] = [600, 20];

/** What the sessions that did not go on to the next number are called, and how the list finds them. */
const GAPS: Partial<
  Record<Name, { key: 'notLogged' | 'notHeld' | 'notConfirmed'; ask: Record<string, string> | null }>
> = {
  // no record stands for a session that nobody logged
  logged: { key: 'notLogged', ask: null },
  held: { key: 'notHeld', ask: { held: 'not_held' } },
  confirmed: { key: 'notConfirmed', ask: { held: 'held', state: 'submitted' } },
};

/** Expected, logged, held and confirmed under one another, each as long as its part; every gap leads to its records. */
export function FourNumbers({ dashboard }: { dashboard: Dashboard }) {
  const t = useTranslations('dashboard.four');
  const format = useFormatter();
  const locale = useLocale();
  const { fourNumbers, fourNumbersBefore, unit, period } = dashboard;
  const most = Math.max(1, fourNumbers.expected);
  return (
    <>
      <ol className="grid gap-4">
        {NAMES.map((name, index) => {
          const value = fourNumbers[name];
          const above = NAMES[index - 1];
          const gap = above ? fourNumbers[above] - value : 0;
          const { key, ask } = GAPS[name] ?? { key: null, ask: null };
          const text = key && gap > 0 ? t(key, { count: gap }) : null;
          return (
            <li key={name} className="grid gap-1">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="min-w-28 font-medium">{t(name)}</span>
                <span className="text-2xl font-semibold tabular-nums">{format.number(value)}</span>
                {above && <Share numbers={fourNumbers} of={name} above={above} />}
                <span className="text-sm text-ink-soft">
                  {t('before', { count: format.number(fourNumbersBefore[name]) })}
                </span>
              </p>
              <svg
                viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                aria-hidden="true"
                className="h-4 w-full text-accent"
                preserveAspectRatio="none"
              >
                <rect width={WIDTH} height={HEIGHT} className="fill-line" />
                <rect width={(WIDTH * value) / most} height={HEIGHT} fill="currentColor" />
              </svg>
              {text && (
                <p className="text-sm">
                  {ask ? (
                    <a href={recordsPath(locale, unit, period, ask)} className="text-link">
                      {text}
                    </a>
                  ) : (
                    text
                  )}
                </p>
              )}
            </li>
          );
        })}
      </ol>
      <p className="mt-4 text-sm text-ink-soft">
        {fourNumbers.extra > 0 ? (
          <a href={recordsPath(locale, unit, period, { extra: '1' })} className="text-link">
            {t('extra', { count: fourNumbers.extra })}
          </a>
        ) : (
          t('extra', { count: 0 })
        )}
      </p>
    </>
  );
}

function Share({ numbers, of, above }: { numbers: Numbers; of: Name; above: Name }) {
  const t = useTranslations('dashboard.four');
  const format = useFormatter();
  if (numbers[above] === 0) return null;
  const percent = format.number((numbers[of] / numbers[above]) * 100, { maximumFractionDigits: 1 });
  return <span className="text-sm text-ink-soft">{t('share', { percent, above: t(above) })}</span>;
}
