import type { DirectoryIndex } from '@/lib/public-directory/directory-index';
import type { DirectoryRecords } from '@/lib/public-directory/records-schema';
import type { SessionView } from '@/lib/public-directory/schema';
import { plannedView } from '@/lib/public-directory/session-views';
import type { NextSession } from './session-board';

/** Makes views of next sessions; the same session gives the same view. */
export function sessionViewer(
  records: DirectoryRecords,
  index: DirectoryIndex,
): (next: NextSession) => SessionView | null {
  const views = new WeakMap<NextSession['session'], SessionView>();
  return ({ clinic: at, session }) => {
    const known = views.get(session);
    if (known) return known;
    const clinic = records.clinics[at];
    const [view] = clinic ? plannedView({ records, index }, clinic, session) : [];
    if (!view) return null;
    views.set(session, view);
    return view;
  };
}
