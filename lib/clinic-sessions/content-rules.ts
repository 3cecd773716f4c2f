import type { ContentNames } from './page-schema';
import type { ExpertPresence, NotHeldReason, SessionContent, SessionMode, TraineePart } from './schema';

// What a version of a record says, line by line, in the reader's words: for the record's page, and to lay two versions
// side by side.

export const CONTENT_GROUPS = {
  session: ['held', 'reason', 'expert', 'mode'],
  visits: ['visitsNew', 'visitsReturn', 'conditions'],
  care: ['techniques', 'prescriptions', 'preparations', 'referralsUp', 'referralsDown'],
  teaching: ['trainees', 'teachingCases'],
  words: ['note', 'explanation'],
} as const;
export type ContentGroup = keyof typeof CONTENT_GROUPS;
export type ContentField = (typeof CONTENT_GROUPS)[ContentGroup][number];

export const CONTENT_FIELDS: readonly ContentField[] = Object.values(CONTENT_GROUPS).flat();

/** The reader's words for what is no number and no text of the centre. */
export type ContentWords = {
  name(named: { name: string; nameEn: string }): string;
  /** somebody or something whose name the reader cannot be given */
  unknown: string;
  held(held: boolean): string;
  reason(reason: NotHeldReason): string;
  expert(presence: ExpertPresence, name: string | null): string;
  mode(mode: SessionMode): string;
  times(name: string, count: number): string;
  trainee(name: string, part: TraineePart): string;
  number(count: number): string;
  /** what stands where nothing was entered */
  none: string;
};

/** One line of a content; a list has one text for each of its entries. */
export type ContentLine = { field: ContentField; texts: readonly string[] };

type Context = { names: ContentNames; plannedExpertId: string | null; words: ContentWords };

/** The lines of a content in their fixed order; what a session that was not held cannot have is left out. */
export function contentLines(content: SessionContent, context: Context): ContentLine[] {
  return CONTENT_FIELDS.flatMap((field) => {
    const texts = textsOf(field, content, context);
    return texts === null ? [] : [{ field, texts }];
  });
}

function textsOf(field: ContentField, content: SessionContent, context: Context): string[] | null {
  const { words } = context;
  switch (field) {
    case 'held':
      return [words.held(content.held)];
    case 'note':
    case 'explanation':
      return content[field] === null ? null : [content[field]];
    case 'reason':
      return content.held ? null : [words.reason(content.reason)];
    default:
      return content.held ? heldTexts(field, content, context) : null;
  }
}

type Held = Extract<SessionContent, { held: true }>;
type HeldField = Exclude<ContentField, 'held' | 'note' | 'explanation' | 'reason'>;

function heldTexts(field: HeldField, content: Held, { names, plannedExpertId, words }: Context): string[] {
  const called = (known: ContentNames['experts'], id: string) => {
    const named = known[id];
    return named ? words.name(named) : words.unknown;
  };
  const list = (texts: string[]) => (texts.length > 0 ? texts : [words.none]);
  switch (field) {
    case 'expert': {
      const { expert } = content;
      const id = expert.presence === 'substitute' ? expert.expertId : plannedExpertId;
      return [words.expert(expert.presence, id && called(names.experts, id))];
    }
    case 'mode':
      return [words.mode(content.mode)];
    case 'conditions':
      return list(
        content.conditions.map(({ catalogueId, code, visits }) =>
          words.times(called(names.conditions, `${catalogueId}/${code}`), visits),
        ),
      );
    case 'techniques':
      return list(content.techniques.map(({ code, count }) => words.times(called(names.techniques, code), count)));
    case 'trainees':
      return list(
        content.trainees.map(({ traineeId, part }) => words.trainee(called(names.trainees, traineeId), part)),
      );
    default:
      return [words.number(content[field])];
  }
}

/** A line of two versions side by side; null where a version does not have it. */
export type ComparedLine = {
  field: ContentField;
  before: readonly string[] | null;
  after: readonly string[] | null;
  same: boolean;
};

/** Two contents side by side: every line that either has. Lists are equal whatever their order. */
export function compareContents(before: readonly ContentLine[], after: readonly ContentLine[]): ComparedLine[] {
  const textsIn = (lines: readonly ContentLine[], field: ContentField) =>
    lines.find((line) => line.field === field)?.texts ?? null;
  return CONTENT_FIELDS.flatMap((field) => {
    const [old, fresh] = [textsIn(before, field), textsIn(after, field)];
    if (old === null && fresh === null) return [];
    return [{ field, before: old, after: fresh, same: sorted(old) === sorted(fresh) }];
  });
}

function sorted(texts: readonly string[] | null): string {
  return JSON.stringify(texts && [...texts].sort());
}
