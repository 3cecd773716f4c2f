import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { Icon, type IconName } from '@/components/ui/icon';
import type { MonitorState } from '@/lib/monitor/schema';

const LOOKS: Record<MonitorState, { tone: Tone; icon: IconName }> = {
  steady: { tone: 'success', icon: 'check' },
  irregular: { tone: 'info', icon: 'clock' },
  idle: { tone: 'warning', icon: 'warning' },
  nominal_only: { tone: 'danger', icon: 'flag' },
  insufficient: { tone: 'neutral', icon: 'info' },
};

/** A state in a word, with a sign of its own: never by colour alone. */
export function StateMark({ state }: { state: MonitorState }) {
  const t = useTranslations('monitor.state');
  const { tone, icon } = LOOKS[state];
  return (
    <Badge tone={tone}>
      <Icon name={icon} className="size-[1.1em]" />
      {t(state)}
    </Badge>
  );
}
