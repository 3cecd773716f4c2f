// What must end in order before the process does. Whoever starts something leaves its end here; lib/server runs them.

type Ending = () => Promise<void>;

// the bundle of the server and those of Next each carry this module; the list must be one
const slot = globalThis as typeof globalThis & { __tcmEndings?: Set<Ending> };

/** Leaves something to be ended with the process. */
export function beforeShutdown(ending: Ending): void {
  slot.__tcmEndings ??= new Set();
  slot.__tcmEndings.add(ending);
}

/** Ends everything that was left, at once; what fails to end keeps nothing else from ending. */
export async function endEverything(): Promise<void> {
  const endings = [...(slot.__tcmEndings ?? [])];
  slot.__tcmEndings?.clear();
  await Promise.allSettled(endings.map((ending) => ending()));
}
