import { useTranslations } from 'next-intl';
import type { QrCode } from '@/lib/core/qr-code';
import { printedCode } from '@/lib/training/code-rules';
import type { ServiceRecordSeen } from '@/lib/training/record-schema';
import { ServiceContentList } from './service-content';

/** Scanners need four light modules around a code. */
const QUIET = 4;

type Props = { record: ServiceRecordSeen; qr: QrCode; address: string };

/** One sheet of A4: what a trainee or an expert has done, and the code by which anybody can check it. */
export function ServiceSheet({ record: { code, content }, qr, address }: Props) {
  const t = useTranslations('people.record');
  const side = qr.size + 2 * QUIET;
  return (
    <article className="mx-auto max-w-2xl border border-line bg-surface p-6 sm:p-10 print:max-w-none print:border-0 print:p-0">
      <h1 className="mb-6 text-center text-2xl sm:text-3xl">{t(`title.${content.kind}`)}</h1>
      {content.demonstration && <p className="mb-4 text-center font-semibold">{t('demonstration')}</p>}
      <ServiceContentList content={content} />
      <p className="mt-6 text-sm text-ink-soft">{t('counted')}</p>
      <div className="mt-6 flex flex-wrap items-center gap-6 border-t border-line-strong pt-6">
        <svg
          viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
          className="w-36 print:w-[32mm]"
          shapeRendering="crispEdges"
        >
          <title>{t('qr')}</title>
          {/* dark on light in every colour scheme, or scanners fail */}
          <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
        <div className="min-w-0 flex-[1_1_13rem]">
          <p>{t('code')}</p>
          <p className="text-xl font-semibold tabular-nums">{printedCode(code)}</p>
          <p className="mt-1 text-sm break-all text-ink-soft">{t('check', { address })}</p>
        </div>
      </div>
      <p className="mt-10 grid grid-cols-2 gap-6">
        <span>{t('signature')}</span>
        <span>{t('seal')}</span>
      </p>
    </article>
  );
}
