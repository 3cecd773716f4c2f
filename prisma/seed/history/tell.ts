import type { HeldContent, SessionContent } from '@/lib/clinic-sessions/schema';
import type { Random } from '@/prisma/seed/random';
import { HOUR_MS, instantAt, laterOn } from './instants';
import type { Life } from './life';
import { acceptanceDay } from './months';
import type { Staff } from './staff';
import { mistaken, type Story, withoutExpert } from './stories';
import {
  DISPUTE_COMMENTS,
  DISPUTE_REASONS,
  REOPEN_REASONS,
  RESOLVED_TEXTS,
  RETURN_ANSWERS,
  RETURN_REASONS,
  WITHDRAW_REASONS,
} from './words';

/** When the officers of a district accept records. */
export type Rhythm = { weekly: boolean; day: number; minute: number };

type Teller = { random: Random; staff: Staff; rhythm: Rhythm; until: number; slowness: number };

/** What a record says when it is first sent, so that its story can end with `content`. */
export function firstContent(random: Random, story: Story, content: SessionContent): SessionContent {
  if (!content.held) return content;
  switch (story) {
    case 'amended':
    case 'returned':
    case 'reopened':
    case 'returned_lately':
    case 'disputed_lately':
      return mistaken(random, content);
    case 'disputed_counts':
      return random.chance(0.5) ? mistaken(random, content) : content;
    default:
      return content;
  }
}

/** Lets a record that was just sent live its story; `content` is what stands in the end. */
export function tell(life: Life, story: Story, content: SessionContent, teller: Teller): void {
  const { random, staff, until } = teller;
  const { place, slot } = life;
  const clerk = { authorName: staff.clerk(place.centreId), authorRole: 'centre_clerk' } as const;
  const officer = { authorName: staff.officer(place.districtCode), authorRole: 'district_officer' } as const;
  const expert = slot.plannedExpertId
    ? ({ authorName: staff.expert(slot.plannedExpertId), authorRole: 'expert' } as const)
    : ({ authorName: staff.office(place.hospitalId), authorRole: 'alliance_officer' } as const);
  const after = (days: number) => laterOn(life.now, days, random.whole(510, 1_040));

  switch (story) {
    case 'plain':
      break;
    case 'unconfirmed':
      life.leave(false);
      return;
    case 'waits_for_confirmation':
      life.leave(true);
      return;
    case 'amended':
      life.amend(after(random.whole(0, 2)), content);
      break;
    case 'returned':
      if (random.chance(0.4)) confirm(life, teller);
      life
        .object(after(random.whole(1, 4)), 'returned', {
          kind: 'returned',
          text: random.pick(RETURN_REASONS),
          ...officer,
        })
        .amend(after(random.whole(1, 8)), content);
      life.say(life.now, { kind: 'comment', text: random.pick(RETURN_ANSWERS), ...clerk });
      break;
    case 'disputed_presence':
    case 'disputed_counts':
      dispute(life, story, content, teller, { clerk, expert });
      break;
    case 'withdrawn':
      life.withdraw(after(random.whole(0, 2)), { kind: 'withdrawn', text: random.pick(WITHDRAW_REASONS), ...clerk });
      life.leave(false);
      return;
    case 'reopened': {
      confirm(life, teller);
      accept(life, teller);
      const reopened = { kind: 'reopened', text: random.pick(REOPEN_REASONS), ...officer } as const;
      life.object(after(random.whole(2, 9)), 'returned', reopened).amend(after(random.whole(1, 3)), content);
      break;
    }
    case 'returned_lately': {
      const said = { kind: 'returned', text: RETURN_REASONS[0] ?? '', ...officer } as const;
      life.object(Math.max(after(1), until - 46 * HOUR_MS), 'returned', said).leave(true);
      return;
    }
    case 'disputed_lately': {
      const said = { kind: 'disputed', disputeKind: 'numbers', text: DISPUTE_REASONS.counts[1], ...expert } as const;
      life.object(Math.max(after(0), until - 17 * HOUR_MS), 'disputed', said).leave(true);
      return;
    }
  }
  // what was not held waits for nobody's confirmation
  if (content.held) confirm(life, teller);
  accept(life, teller);
}

function dispute(
  life: Life,
  story: 'disputed_presence' | 'disputed_counts',
  content: SessionContent,
  { random }: Teller,
  people: Record<
    'clerk' | 'expert',
    { authorName: string; authorRole: 'centre_clerk' | 'expert' | 'alliance_officer' }
  >,
): void {
  const after = (days: number) => laterOn(life.now, days, random.whole(510, 1_040));
  const [disputeKind, reasons] =
    story === 'disputed_presence'
      ? (['not_there', DISPUTE_REASONS.absent] as const)
      : (['numbers', DISPUTE_REASONS.counts] as const);
  const said = { kind: 'disputed', disputeKind, text: random.pick(reasons), ...people.expert } as const;
  life
    .object(after(random.whole(0, 3)), 'disputed', said)
    .say(after(random.whole(0, 2)), { kind: 'comment', text: random.pick(DISPUTE_COMMENTS), ...people.clerk });
  if (life.content === content)
    life.say(after(random.whole(1, 7)), { kind: 'resolved', text: random.pick(RESOLVED_TEXTS), ...people.expert });
  else life.amend(after(random.whole(1, 7)), content);
}

/** What stands in the end of a story. */
export function lastContent(story: Story, content: SessionContent): SessionContent {
  return story === 'disputed_presence' && content.held ? withoutExpert(content) : content;
}

/** Soon by the expert, or later by the hospital's office; always by the office where no expert was there. */
function confirm(life: Life, { random, staff, slowness }: Teller): void {
  const { place, slot, content } = life;
  const byExpert = slot.plannedExpertId !== null && isThere(content) && random.chance(0.86);
  const days = random.weighted([0, 1, 2, 4, 7], (lag) => 1 / (1 + lag)) + (byExpert ? 0 : random.whole(0, 2));
  const at = laterOn(life.now, days + slowness, random.whole(12 * 60, 21 * 60 + 30));
  if (byExpert && slot.plannedExpertId) life.confirm(at, 'expert', staff.expert(slot.plannedExpertId));
  else life.confirm(at, 'alliance_officer', staff.office(place.hospitalId));
}

function isThere(content: SessionContent): content is HeldContent {
  return content.held && content.expert.presence === 'planned';
}

function accept(life: Life, { random, rhythm }: Teller): void {
  const day = acceptanceDay(life.now, rhythm.weekly, rhythm.day);
  life.accept(Math.max(instantAt(day, rhythm.minute + random.whole(0, 50)), laterOn(life.now, 1, 570)));
}
