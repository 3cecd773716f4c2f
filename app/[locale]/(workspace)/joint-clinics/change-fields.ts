import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import type { FormField } from '@/components/ui/form-field';
import { addDays, type CivilDate, clockTime, WEEKDAYS } from '@/lib/core/dates';
import { HALVES } from '@/lib/directory/schema';
import { PLAN_CHANGE_KINDS, type PlanChangeKind, RHYTHMS } from '@/lib/joint-clinics/plan-schema';
import { wishOf } from '@/lib/joint-clinics/schedule-line-rules';
import type { ClinicSeen } from '@/lib/joint-clinics/views-schema';
import { optionsOf } from './clinic-page';

// The forms on which an officer describes a change of a clinic's plan.

export type Texts = Readonly<Record<string, string>>;

/** What an address hands on beside the fields: which row the change is about. */
const TARGETS: Partial<Record<PlanChangeKind, string>> = {
  changeLine: 'lineId',
  endLine: 'lineId',
  undoException: 'exceptionId',
  withdrawStatus: 'periodId',
};

/** The kind of change an address asks for; null when there is none. */
export function kindOf(text: unknown): PlanChangeKind | null {
  return PLAN_CHANGE_KINDS.find((kind) => kind === text) ?? null;
}

/** The row of the clinic that a change is about: its field and id, `none` for changes about no row, null if it is gone. */
export function targetOf(kind: PlanChangeKind, clinic: ClinicSeen, given: Texts): Texts | 'none' | null {
  const field = TARGETS[kind];
  if (!field) return 'none';
  const id = given[field] ?? '';
  const rows =
    kind === 'undoException' ? clinic.exceptions : kind === 'withdrawStatus' ? clinic.statuses : clinic.schedule;
  return rows.some((row) => row.id === id) ? { [field]: id } : null;
}

/** What a form begins with, before anything was typed. */
export function firstValues(kind: PlanChangeKind, clinic: ClinicSeen, given: Texts): Texts {
  const { today } = clinic;
  const [sole, ...others] = expertsOf(clinic);
  const expertId = sole && others.length === 0 ? sole.id : '';
  switch (kind) {
    case 'addLine':
      return { half: 'am', startsMinute: '08:30', endsMinute: '11:30', rhythm: 'weekly', expertId, from: today };
    case 'changeLine':
      return lineValues(clinic, given.lineId ?? '');
    case 'addSession':
      return given.half === 'pm'
        ? { startsMinute: '13:30', endsMinute: '16:00', expertId }
        : given.half === 'evening'
          ? { startsMinute: '17:30', endsMinute: '20:00', expertId }
          : { startsMinute: '08:30', endsMinute: '11:30', expertId };
    case 'endLine':
    case 'suspend':
    case 'resume':
    case 'close':
      return { from: today };
    default:
      return {};
  }
}

function lineValues({ schedule, today }: ClinicSeen, lineId: string): Texts {
  const line = schedule.find(({ id }) => id === lineId);
  if (!line) return {};
  const wish = wishOf(line, line.validFrom > today ? line.validFrom : today);
  return {
    ...{ weekday: String(wish.weekday), half: wish.half, rhythm: wish.rhythm, expertId: wish.expertId },
    ...{ startsMinute: clockTime(wish.startsMinute), endsMinute: clockTime(wish.endsMinute) },
    ...{ from: wish.from, until: wish.until ?? '' },
  };
}

/** The experts who are at the clinic today or later. */
function expertsOf({ experts, today }: ClinicSeen) {
  const present = experts.filter(({ validTo }) => validTo === null || validTo > today);
  return [...new Map(present.map((expert) => [expert.id, { ...expert, group: null }])).values()];
}

/** The fields of a change in the reader's language; none where the row says it all. */
export async function changeFields(kind: PlanChangeKind, clinic: ClinicSeen): Promise<FormField[]> {
  const [t, term, locale] = await Promise.all([
    getTranslations('joint-clinics.field'),
    getTranslations('terms'),
    getLocale(),
  ]);
  const min: CivilDate = clinic.today;
  const day = (name: string, label: string, hint?: string): FormField & { kind: 'date' } => ({
    ...{ kind: 'date', name, label, hint, min, max: addDays(min, 731) },
  });
  const half = {
    kind: 'select',
    name: 'half',
    label: t('half'),
    options: HALVES.map((value) => ({ value, label: term(`halfExplained.${value}`) })),
  } as const;
  const hours = {
    kind: 'group',
    name: 'hours',
    label: t('hours'),
    hint: t('hoursHint'),
    columns: true,
    fields: [
      { name: 'startsMinute', label: t('startsMinute'), maxLength: 5, verbatim: true },
      { name: 'endsMinute', label: t('endsMinute'), maxLength: 5, verbatim: true },
    ],
  } as const;
  const expert = {
    kind: 'select',
    name: 'expertId',
    label: t('expert'),
    hint: t('expertHint'),
    empty: t('choose'),
    options: optionsOf(locale, expertsOf(clinic)),
  } as const;
  const why: FormField[] = [
    { kind: 'area', name: 'reason', label: t('reason'), hint: t('reasonHint'), maxLength: 200, rows: 2 },
    { kind: 'area', name: 'reasonEn', label: t('reasonEn'), hint: t('reasonEnHint'), maxLength: 200, rows: 2 },
  ];
  const line: FormField[] = [
    {
      kind: 'group',
      name: 'slot',
      label: t('slot'),
      columns: true,
      fields: [
        {
          kind: 'select',
          name: 'weekday',
          label: t('weekday'),
          empty: t('choose'),
          options: WEEKDAYS.map((value) => ({ value: String(value), label: term(`weekday.${value}`) })),
        },
        half,
      ],
    },
    hours,
    {
      kind: 'radios',
      name: 'rhythm',
      label: t('rhythm'),
      options: RHYTHMS.map((value) => ({ value, label: t(`rhythms.${value}`) })),
    },
    expert,
    {
      kind: 'group',
      name: 'period',
      label: t('period'),
      hint: t('periodHint'),
      columns: true,
      fields: [day('from', t('from')), day('until', t('untilLast'))],
    },
  ];
  switch (kind) {
    case 'addLine':
    case 'changeLine':
      return line;
    case 'endLine':
      return [day('from', t('endsFrom'), t('endsFromHint'))];
    case 'removeSession':
      return [day('date', t('date')), half, ...why];
    case 'addSession':
      return [day('date', t('date')), half, hours, expert, ...why];
    case 'suspend':
      return [day('from', t('suspendFrom')), day('until', t('resumesOn'), t('resumesOnHint')), ...why];
    case 'resume':
      return [day('from', t('operatesFrom')), ...why];
    case 'close':
      return [day('from', t('closedFrom')), ...why];
    case 'undoException':
    case 'withdrawStatus':
      return [];
  }
}
