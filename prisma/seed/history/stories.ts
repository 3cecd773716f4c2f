import type { HeldContent, SessionContent } from '@/lib/clinic-sessions/schema';
import type { Random } from '@/prisma/seed/random';

/** What becomes of a record besides being confirmed and accepted. */
export type Story =
  | 'plain'
  | 'amended'
  | 'returned'
  | 'disputed_presence'
  | 'disputed_counts'
  | 'reopened'
  | 'withdrawn'
  // nobody ever confirms it
  | 'unconfirmed'
  // as they stand today, so that those who sign in meet something to do
  | 'waits_for_confirmation'
  | 'returned_lately'
  | 'disputed_lately';

const OF_HELD: readonly (readonly [Story, number])[] = [
  ['plain', 938],
  ['amended', 9],
  ['returned', 18],
  ['disputed_presence', 6],
  ['disputed_counts', 18],
  ['reopened', 4],
  ['withdrawn', 3],
];
const OF_NOT_HELD: readonly (readonly [Story, number])[] = [
  ['plain', 98],
  ['withdrawn', 2],
];

/** The story of an ordinary record. */
export function chooseStory(random: Random, content: SessionContent): Story {
  if (!content.held) return random.weighted(OF_NOT_HELD, ([, weight]) => weight)[0];
  const [story] = random.weighted(OF_HELD, ([, weight]) => weight);
  // an expert can only deny having been where the record said so
  if (story === 'disputed_presence' && content.expert.presence !== 'planned') return 'plain';
  return story;
}

/** What was sent first, where a story ends with something else: visits in the wrong place, or too many of them. */
export function mistaken(random: Random, content: HeldContent): HeldContent {
  const { visitsNew, visitsReturn } = content;
  if (visitsNew !== visitsReturn && random.chance(0.5))
    return { ...content, visitsNew: visitsReturn, visitsReturn: visitsNew };
  return { ...content, visitsReturn: visitsReturn + random.whole(3, 12) };
}

/** What is sent after the expert has said that nobody came. */
export function withoutExpert(content: HeldContent): HeldContent {
  return { ...content, expert: { presence: 'absent' }, mode: 'on_site', teachingCases: 0 };
}
