import { classNames } from './class-names';
import { Icon, type IconName } from './icon';

const KINDS: Record<'info' | 'warning' | 'success' | 'stop', { look: string; icon: IconName }> = {
  info: { look: 'border-info bg-info-soft text-info', icon: 'info' },
  warning: { look: 'border-warning bg-warning-soft text-warning', icon: 'warning' },
  success: { look: 'border-success bg-success-soft text-success', icon: 'check' },
  stop: { look: 'border-danger bg-danger-soft text-danger', icon: 'stop' },
};

type Props = {
  kind?: keyof typeof KINDS;
  title?: React.ReactNode;
  /** announced when it appears as the answer to what the person just did */
  announce?: boolean;
  children?: React.ReactNode;
};

/** Something to know before reading on. */
export function Notice({ kind = 'info', title, announce, children }: Props) {
  const { look, icon } = KINDS[kind];
  return (
    <div role={announce ? 'status' : undefined} className={classNames('my-4 rounded-lg border-l-4 p-4', look)}>
      <div className="flex gap-3">
        <Icon name={icon} className="mt-0.5 size-[1.35em]" />
        <div className="min-w-0 text-ink">
          {title && <p className="font-semibold">{title}</p>}
          {children}
        </div>
      </div>
    </div>
  );
}
