import { hash, verify } from '@node-rs/argon2';
import { newToken } from './secrets';

// argon2id with 19 MiB, two passes, one lane (OWASP's first choice): about as slow as a person does not notice.

const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let decoy: Promise<string> | undefined;

function prepared(password: string): string {
  return password.normalize('NFKC');
}

/** The argon2id hash of a password. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(prepared(password), OPTIONS);
}

/** Whether a password belongs to a hash; without a hash it does the same work and says no. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash(newToken(), OPTIONS);
  const matches = await verify(stored ?? (await decoy), prepared(password).slice(0, 256));
  return stored !== null && matches;
}
