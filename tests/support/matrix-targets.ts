import type { TestDatabase } from './database';
import type { Side, StaffWorld, Target } from './staff-world';

/** All that can be done to a clerk: the account, its roles, where it is signed in. */
const STATE = `SELECT jsonb_build_array(to_jsonb(a),
    (SELECT jsonb_agg(g ORDER BY g.id) FROM role_grant g WHERE g.account_id = a.id),
    (SELECT jsonb_agg(s ORDER BY s.id) FROM staff_session s WHERE s.account_id = a.id),
    (SELECT jsonb_agg(l ORDER BY l.id) FROM one_time_link l WHERE l.account_id = a.id))::text AS state
  FROM account a WHERE a.id = $1`;

/**
 * The clerks whom the cells of the scope matrix are about. No cell meets what another has left: whoever is no longer as
 * they were made is replaced. Most cells are denied and leave no trace, and making somebody costs more than looking.
 */
export function matrixTargets({ sql }: Pick<TestDatabase, 'sql'>, world: StaffWorld) {
  const kept = new Map<Side, { target: Target; state: string | undefined }>();
  const stateOf = async (id: string) => (await sql.query<{ state: string }>(STATE, [id])).rows[0]?.state;

  return {
    /** A clerk of a side as they were made. */
    of: async (side: Side): Promise<Target> => {
      const known = kept.get(side);
      if (known) return known.target;
      const target = await world.target(side);
      kept.set(side, { target, state: await stateOf(target.accountId) });
      return target;
    },

    /** Forgets the clerk of a side to whom something was done. */
    afterwards: async (side: Side): Promise<void> => {
      const known = kept.get(side);
      if (known && (await stateOf(known.target.accountId)) !== known.state) kept.delete(side);
    },
  };
}
