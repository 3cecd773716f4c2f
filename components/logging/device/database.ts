// What a clerk's device keeps of their own work, so that nothing typed is lost and work goes on without a network: in
// IndexedDB, because the page and the worker behind it both read it. Counts only; no patient is ever identified.

const NAME = 'clinic-logging';
const VERSION = 1;
/** Everything but `device` belongs to an owner (an account in one of its roles) and a slot (clinic, date and half-day). */
const STORES = {
  drafts: ['owner', 'slot'],
  outbox: ['owner', 'slot'],
  forms: ['owner', 'slot'],
  device: 'key',
} as const;
export type StoreName = keyof typeof STORES;

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(STORES))
        request.result.createObjectStore(name, { keyPath: typeof keyPath === 'string' ? keyPath : [...keyPath] });
    };
    request.onsuccess = () => {
      const database = request.result;
      // a later version of the portal in another tab must not wait for this one
      database.onversionchange = () => {
        database.close();
        opened = null;
      };
      resolve(database);
    };
    request.onerror = () => reject(request.error ?? new Error('IndexedDB does not open'));
    request.onblocked = () => reject(new Error('IndexedDB is in use by another version'));
  });
}

/** The database of this device; rejects where the browser has none, as in some private windows. */
async function database(): Promise<IDBDatabase> {
  opened ??= open();
  try {
    return await opened;
  } catch (error) {
    opened = null;
    throw error;
  }
}

/**
 * Runs requests in one transaction and answers what the last step returned, once all of it is stored.
 * @param use must not wait for anything but its requests, or the transaction ends under it
 */
export async function inStore<T>(
  name: StoreName,
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const transaction = (await database()).transaction(name, mode);
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The device could not store it'));
  });
  const [result] = await Promise.all([use(transaction.objectStore(name)), done]);
  return result;
}

/** The result of one request. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The device did not answer'));
  });
}

/** All keys of one owner: an array sorts after every text. */
export function rangeOfOwner(owner: string): IDBKeyRange {
  return IDBKeyRange.bound([owner], [owner, []]);
}

/** All keys of an account in whichever role. */
export function rangeOfAccount(accountId: string): IDBKeyRange {
  return IDBKeyRange.bound([`${accountId}.`], [`${accountId}.\uffff`]);
}
