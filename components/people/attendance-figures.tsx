import { useFormatter, useTranslations } from 'next-intl';
import { FigureTile } from '@/components/ui/figure-tile';
import type { Attendance } from '@/lib/training/schema';

/** What a trainee attended, and in which part, as tiles. */
export function AttendanceFigures({ attendance, sessionsHref }: { attendance: Attendance; sessionsHref?: string }) {
  const t = useTranslations('people.attendance');
  const part = useTranslations('sessions.part');
  const format = useFormatter();
  const share = (key: 'shareOfHeld' | 'shareOfAttended', of: number, whole: number) =>
    whole === 0
      ? t('noShare')
      : t(key, { share: format.number(of / whole, { style: 'percent', maximumFractionDigits: 0 }) });
  const { held, attended, signed, parts } = attendance;
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6 senior:grid-cols-1">
      <FigureTile value={held} label={t('held')} note={t('heldNote')} />
      <FigureTile
        value={attended}
        label={t('attended')}
        note={share('shareOfHeld', attended, held)}
        href={sessionsHref}
      />
      <FigureTile value={signed} label={t('signed')} note={share('shareOfAttended', signed, attended)} />
      {(['observing', 'assisting', 'leading'] as const).map((kind) => (
        <FigureTile
          key={kind}
          value={parts[kind]}
          label={part(kind)}
          note={share('shareOfAttended', parts[kind], attended)}
        />
      ))}
    </div>
  );
}
