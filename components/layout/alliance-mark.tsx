import { useTranslations } from 'next-intl';
import type { AllianceCode } from '@/lib/core/alliance-codes';

/** One shape per alliance beside its colour, for eyes that do not tell the colours apart. */
const SHAPES: Record<AllianceCode, React.ReactNode> = {
  east: <circle cx="12" cy="12" r="9" />,
  south: <path d="M12 2.5 22.5 21h-21L12 2.5Z" />,
  west: <path d="M12 1.5 22.5 12 12 22.5 1.5 12 12 1.5Z" />,
  north: <path d="M4 3.5h16v17H4v-17Z" />,
};

/** Text, soft ground and mark colours of an alliance, as class names. */
export const ALLIANCE_LOOKS: Record<AllianceCode, { text: string; soft: string; fill: string; border: string }> = {
  east: { text: 'text-east', soft: 'bg-east-soft', fill: 'fill-east-fill', border: 'border-east-fill' },
  south: { text: 'text-south', soft: 'bg-south-soft', fill: 'fill-south-fill', border: 'border-south-fill' },
  west: { text: 'text-west', soft: 'bg-west-soft', fill: 'fill-west-fill', border: 'border-west-fill' },
  north: { text: 'text-north', soft: 'bg-north-soft', fill: 'fill-north-fill', border: 'border-north-fill' },
};

/** The shape of an alliance alone, for beside its name. */
export function AllianceShape({
  alliance,
  className = 'size-[0.9em]',
}: {
  alliance: AllianceCode;
  className?: string;
}) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={`inline-block shrink-0 ${ALLIANCE_LOOKS[alliance].fill} ${className}`}
      aria-hidden="true"
    >
      {SHAPES[alliance]}
    </svg>
  );
}

type Props = { alliance: AllianceCode; href?: string; name?: 'short' | 'full' };

/** The shape and the word of an alliance: ● 东部. With `href` it leads to the alliance. */
export function AllianceMark({ alliance, href, name = 'short' }: Props) {
  const t = useTranslations('terms');
  const { text, soft } = ALLIANCE_LOOKS[alliance];
  const look = `inline-flex items-center gap-1.5 rounded-md px-2 py-0.5 text-sm whitespace-nowrap ${text} ${soft}`;
  const words = (
    <>
      <AllianceShape alliance={alliance} />
      {name === 'short' ? t(`alliance.${alliance}`) : t(`allianceFull.${alliance}`)}
    </>
  );
  if (href === undefined) return <span className={look}>{words}</span>;
  return (
    <a href={href} className={`${look} min-h-6 no-underline hover:underline`}>
      {words}
    </a>
  );
}
