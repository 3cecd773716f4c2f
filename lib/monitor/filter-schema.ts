import { z } from 'zod';
import { ALLIANCE_CODES, type AllianceCode } from '@/lib/core/alliance-codes';
import { type CivilDate, civilDateSchema } from '@/lib/core/dates';
import { shownText } from '@/lib/core/shown-text';
import { MONITOR_STATES, type MonitorState } from './schema';

// What can be asked of the monitor, in its address.

export type MonitorFilter = {
  state?: MonitorState;
  district?: string;
  alliance?: AllianceCode;
  /** part of the name of a clinic or its centre */
  text?: string;
  /** only clinics with something to check */
  check?: boolean;
};

export type MonitorRequest = { date: CivilDate; filter: MonitorFilter; page: number };

/** Judged are the days since portals began to keep records. */
const EARLIEST = '2015-01-01';

const words = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

export type MonitorParameter = 'date' | 'state' | 'district' | 'alliance' | 'text' | 'check' | 'page';
type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the parameters of an address; what does not fit is named and left out. The window ends today unless a past day is given. */
export function parseMonitor(
  parameters: Parameters,
  today: CivilDate,
): MonitorRequest & { misread: { name: MonitorParameter; value: string }[] } {
  const misread: { name: MonitorParameter; value: string }[] = [];
  const read = <T>(name: MonitorParameter, schema: z.ZodType<T>): T | undefined => {
    const given = parameters[name];
    if (given === undefined || given === '') return undefined;
    const parsed = schema.safeParse(given);
    if (!parsed.success) misread.push({ name, value: shownText([given].flat().join('、')) });
    return parsed.data;
  };
  const filter: MonitorFilter = {
    state: read('state', z.enum(MONITOR_STATES)),
    district: read('district', z.string().regex(/^\d{6}$/)),
    alliance: read('alliance', z.enum(ALLIANCE_CODES)),
    text: read('text', words),
    check: read(
      'check',
      z.literal('1').transform(() => true),
    ),
  };
  const past = civilDateSchema.refine((date) => date >= EARLIEST && date <= today);
  const number = z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number);
  return { date: read('date', past) ?? today, filter, page: read('page', number) ?? 1, misread };
}

/** The parameters of a request in one fixed order, without what is usual. */
export function monitorQuery({ date, filter, page }: MonitorRequest, today: CivilDate): string {
  const { state, district, alliance, text, check } = filter;
  const entries = {
    date: date === today ? undefined : date,
    ...{ state, district, alliance, text },
    check: check ? '1' : undefined,
    page: page > 1 ? String(page) : undefined,
  };
  return new URLSearchParams(
    Object.entries(entries).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
}
