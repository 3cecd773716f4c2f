import type { HeldContent } from '@/lib/clinic-sessions/schema';
import type { Half } from '@/lib/directory/schema';
import type { Manner } from './manners';
import type { Actor } from './profile';

/** Who is where in the half-days of one day. */
export class DayBook {
  private readonly planned = new Set<string>();
  private readonly onSite = new Set<string>();

  constructor(private readonly colleagues: (actor: Actor) => readonly string[]) {}

  /** An expert is planned somewhere, so nobody may send them elsewhere. */
  plan(expertId: string, half: Half): void {
    this.planned.add(`${expertId}/${half}`);
  }

  /** Books an expert who is on site; false when they are on site elsewhere. */
  book(expertId: string, half: Half): boolean {
    const key = `${expertId}/${half}`;
    if (this.onSite.has(key)) return false;
    this.onSite.add(key);
    return true;
  }

  /** Somebody of the clinic's hospital, its own department first, who is neither planned nor there anywhere. */
  substitute(actor: Actor, half: Half, except: string | null): string | null {
    const free = this.colleagues(actor).find(
      (id) => id !== except && !this.planned.has(`${id}/${half}`) && !this.onSite.has(`${id}/${half}`),
    );
    return free ?? null;
  }
}

export type Presence = { expert: HeldContent['expert']; mode: HeldContent['mode'] };

/** Who comes to a held session; whoever comes in person is booked. */
export function presenceAt(
  actor: Actor,
  { half, expertId, manner, day }: { half: Half; expertId: string; manner: Manner; day: DayBook },
): Presence {
  const chosen = actor.random.fraction();
  const remote = actor.random.chance(manner.remote);
  if (chosen < manner.planned) {
    // a make-up day can want an expert in two places: from one of them they are seen from afar
    const onSite = !remote && day.book(expertId, half);
    return { expert: { presence: 'planned' }, mode: onSite ? 'on_site' : 'remote' };
  }
  const substitute = day.substitute(actor, half, expertId);
  if (chosen < manner.planned + manner.substitute && substitute && day.book(substitute, half))
    return { expert: { presence: 'substitute', expertId: substitute }, mode: 'on_site' };
  return { expert: { presence: 'absent' }, mode: 'on_site' };
}

/** Whether a planned session is held, by what became of the last ones; remembers the answer. */
export function isHeld(actor: Actor, manner: Manner, quiet: boolean): boolean {
  const chance = actor.lastHeld ? manner.heldAfterHeld : manner.heldAfterMissed;
  const due = actor.missed >= manner.longestGap;
  const held = actor.random.chance(due ? 1 : chance * (quiet ? 0.93 : 1));
  actor.lastHeld = held;
  actor.missed = held ? 0 : actor.missed + 1;
  return held;
}
