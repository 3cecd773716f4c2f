import { ACTOR_ROLES, type ActorRole } from '@/lib/access/actor';
import { createAccountSchema, type GrantScope, grantScopeSchema } from '@/lib/auth/schema';
import type { ProblemCode } from '@/lib/registry/rows/problem-schema';
import type { CellProblem, Cells } from '@/lib/registry/schema';

// A row of accounts: one role of one person. What an officer may give and change is for the rules of accounts to say.

/** The column in which each role says whose it is; city roles say nothing. */
const SCOPES = {
  trainee: ['roleTrainee', 'traineeId'],
  expert: ['roleExpert', 'expertId'],
  centre_clerk: ['roleCentre', 'centreId'],
  alliance_officer: ['roleAlliance', 'allianceCode'],
  district_officer: ['roleDistrict', 'districtCode'],
  city_officer: null,
  auditor: null,
} as const satisfies Record<ActorRole, readonly [string, string] | null>;
export const SCOPE_COLUMNS = ['roleDistrict', 'roleCentre', 'roleAlliance', 'roleExpert', 'roleTrainee'] as const;

const isRole = (text: string | null | undefined): text is ActorRole => ACTOR_ROLES.some((role) => role === text);

export function accountProblem(column: string, code: ProblemCode, found: string | null = null): CellProblem {
  return { column, code, level: 'error', found: found ?? '', suggestion: null, values: {} };
}

/** The role of a row with its scope; null when it is not said whose it is. */
export function scopeIn(cells: Cells): GrantScope | null {
  if (!isRole(cells.accountRole)) return null;
  const named = SCOPES[cells.accountRole];
  const parsed = grantScopeSchema.safeParse({
    role: cells.accountRole,
    ...(named ? { [named[1]]: cells[named[0]] } : {}),
  });
  return parsed.success ? parsed.data : null;
}

/** The cells of a role. */
export function scopeCells(scope: GrantScope): Cells {
  const named = SCOPES[scope.role];
  const value = named && Object.entries(scope).find(([key]) => key === named[1])?.[1];
  const none = Object.fromEntries(SCOPE_COLUMNS.map((column) => [column, null]));
  return { ...none, accountRole: scope.role, ...(named ? { [named[0]]: value ?? null } : {}) };
}

/** What tells rows apart: the person, the role and whose it is. */
export function accountKey(cells: Cells): string | null {
  const { userName, accountRole } = cells;
  if (!userName || !accountRole) return null;
  return [userName.normalize('NFKC').toLowerCase(), accountRole, ...SCOPE_COLUMNS.map((key) => cells[key] ?? '')].join(
    ' ',
  );
}

/** A role has its own scope, and no other. */
function scopeProblems(cells: Cells): CellProblem[] {
  if (!isRole(cells.accountRole)) return [];
  const own: string | undefined = SCOPES[cells.accountRole]?.[0];
  const missing = own && !cells[own] ? [accountProblem(own, 'roleScope')] : [];
  const strange = SCOPE_COLUMNS.filter((key) => key !== own && cells[key]);
  return [...missing, ...strange.map((key) => accountProblem(key, 'roleScope', cells[key]))];
}

/** What is known of a person who has an account already. */
export type KnownAccount = { id: string; mine: boolean; left: boolean; displayName: string; status: string };

export type Checking = {
  actorId: string;
  today: string;
  known: KnownAccount | undefined;
  /** whether the officer may give the role */
  mayGive: boolean;
  /** whether the person has the very role, though the officer may not change it */
  hasRole: boolean;
};

function personProblems(cells: Cells): CellProblem[] {
  const { userName, displayName } = createAccountSchema.shape;
  return [
    ...(userName.safeParse(cells.userName).success ? [] : [accountProblem('userName', 'accountName', cells.userName)]),
    ...(displayName.safeParse(cells.accountPerson).success
      ? []
      : [accountProblem('accountPerson', 'tooLong', cells.accountPerson)]),
  ];
}

/** What is wrong with a role that is to be given, to somebody new or somebody known. */
function newRoleProblems(cells: Cells, { known, mayGive, hasRole }: Checking): CellProblem[] {
  if (known && !known.mine) return [accountProblem('userName', 'accountTaken', cells.userName)];
  if (known?.left) return [accountProblem('userName', 'accountLeft', cells.userName)];
  const problems: CellProblem[] = [];
  if (hasRole) problems.push(accountProblem('accountRole', 'outOfScope'));
  else if (scopeIn(cells) && !mayGive) problems.push(accountProblem('accountRole', 'roleNotGiven'));
  if (cells.roleTo) problems.push(accountProblem('roleTo', 'roleEnds', cells.roleTo));
  if (!known && cells.accountState !== 'active') problems.push(accountProblem('accountState', 'newActive'));
  if (known && (cells.accountReason ?? '').length < 2) problems.push(accountProblem('accountReason', 'required'));
  return problems;
}

/** What is wrong with what a row would change about a role and its person. */
function changeProblems(cells: Cells, before: Cells, { today }: Checking): CellProblem[] {
  const ends = cells.roleTo !== before.roleTo;
  const problems: CellProblem[] = [];
  if (ends && (!cells.roleTo || cells.roleTo !== today))
    problems.push(accountProblem('roleTo', 'roleEnds', cells.roleTo));
  const asked = ends || cells.accountState !== before.accountState;
  const said = cells.accountReason !== before.accountReason ? (cells.accountReason ?? '') : '';
  if (asked && said.length < 2) problems.push(accountProblem('accountReason', 'required'));
  return problems;
}

/** What is wrong with a row. */
export function accountProblems(cells: Cells, before: Cells | null, checking: Checking): CellProblem[] {
  const { known, actorId } = checking;
  const changes = before === null || Object.keys(cells).some((key) => (cells[key] ?? null) !== (before[key] ?? null));
  if (known?.id === actorId && changes) return [accountProblem('userName', 'accountSelf', cells.userName)];
  const own = before ? changeProblems(cells, before, checking) : newRoleProblems(cells, checking);
  return [...personProblems(cells), ...scopeProblems(cells), ...own];
}

/** What rows of a file say of one person must be the same in each. */
export function personsOfFile() {
  const said = new Map<string, Cells>();
  return (cells: Cells): CellProblem[] => {
    const earlier = said.get(cells.userName ?? '');
    if (!earlier) {
      said.set(cells.userName ?? '', cells);
      return [];
    }
    return (['accountPerson', 'accountState'] as const)
      .filter((key) => cells[key] !== earlier[key])
      .map((key) => accountProblem(key, 'accountTwoWays', cells[key]));
  };
}
