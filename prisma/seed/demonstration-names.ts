import { z } from 'zod';
import { closeConnection, openConnection, readRows } from '@/lib/db/connection';

/** The accounts of the demonstration by name, apart from what makes them: most starts only look whether they are there. */
export const DEMONSTRATION_USER_NAMES = [
  'city.one',
  'city.two',
  'auditor',
  'district.huangpu',
  'district.xuhui',
  'alliance.east',
  'alliance.south',
  'centre.huangpu',
  'centre.xuhui',
  'expert',
  'trainee',
] as const;

export type DemonstrationUserName = (typeof DEMONSTRATION_USER_NAMES)[number];

/** Whether an account of the demonstration is still to be made. */
export async function lacksDemonstrationAccounts(databaseUrl: string): Promise<boolean> {
  const connection = await openConnection(databaseUrl, 'tcm-demonstration');
  try {
    const rows = await readRows(
      connection,
      z.object({ there: z.number() }),
      'SELECT count(*)::int AS there FROM account WHERE user_name = ANY($1)',
      [DEMONSTRATION_USER_NAMES],
    );
    return rows[0]?.there !== DEMONSTRATION_USER_NAMES.length;
  } finally {
    await closeConnection(connection);
  }
}
