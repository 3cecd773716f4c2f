import { useFormatter, useTranslations } from 'next-intl';
import type { Reason, Signal } from '@/lib/monitor/schema';

/** Writes reasons and signals as sentences with their numbers and thresholds. */
export function useMonitorWords() {
  const reasons = useTranslations('monitor.reason');
  const signals = useTranslations('monitor.signal.text');
  const format = useFormatter();
  const number = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  return {
    number,
    reason: ({ code, value, threshold, part, whole, days = 0 }: Reason) =>
      reasons(code, {
        value: number(value),
        threshold: number(threshold),
        part: number(part),
        whole: number(whole),
        days: number(days),
      }),
    signal: ({ code, part, whole, threshold }: Signal) =>
      signals(code, { part: number(part), whole: number(whole), threshold: number(threshold) }),
  };
}

/** Why a clinic is in its state. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const words = useMonitorWords();
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={reason.code}>{words.reason(reason)}</li>
      ))}
    </ul>
  );
}
