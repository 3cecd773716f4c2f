// Pages and the worker tell each other that the device's records have changed.

const CHANNEL = 'clinic-logging';

/** Tells every open page. */
export function tellChange(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/**
 * Calls back whenever the device's records have changed, here or elsewhere.
 * @returns what ends it
 */
export function onChange(callback: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = callback;
  return () => channel.close();
}
