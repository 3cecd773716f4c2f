import { ACTOR_ROLES, type ActorRole } from '@/lib/access/actor';
import type { CivilDate } from '@/lib/core/dates';
import type { FieldProblem } from '@/lib/core/errors';
import { REASON_LENGTH, STAGES, type Stage, type StageHolder, type StageKind, type StepName } from './stage-schema';

// Which step may follow, and whose it is: places and districts plan and build, the district accepts what was built and
// gives up what it has not accepted yet, the city accepts what the district accepted, and from there on either authority
// opens, suspends and closes.

const FOLLOWS: Record<Stage, readonly Stage[]> = {
  planned: ['building', 'closed'],
  building: ['district_accepted', 'closed'],
  district_accepted: ['city_accepted', 'closed'],
  city_accepted: ['operating', 'closed'],
  operating: ['suspended', 'closed'],
  suspended: ['operating', 'closed'],
  closed: ['operating'],
};

/** A title that the city has not given cannot be taken back. */
const TITLE_NOT_GIVEN: readonly Stage[] = ['planned', 'building', 'district_accepted'];

const TAKERS: Record<Stage, readonly ActorRole[]> = {
  planned: ['centre_clerk', 'district_officer'],
  building: ['centre_clerk', 'district_officer'],
  district_accepted: ['district_officer'],
  city_accepted: ['city_officer'],
  operating: ['district_officer', 'city_officer'],
  suspended: ['district_officer', 'city_officer'],
  closed: ['district_officer', 'city_officer'],
};

export type StageState = {
  kind: StageKind;
  stage: Stage;
  since: CivilDate;
  /** whether it has ever worked: what was given up before cannot open again */
  opened: boolean;
};

/** The steps that may follow a stage, whoever takes them. */
export function stepsAfter({ kind, stage, opened }: StageState): Stage[] {
  return FOLLOWS[stage].filter((next) => {
    if (next === 'closed') return kind !== 'demonstration' || !TITLE_NOT_GIVEN.includes(stage);
    return stage !== 'closed' || opened;
  });
}

/** Stages in which the city has not been asked yet, so that whether something is given up is for its district to say. */
const BEFORE_THE_CITY: readonly Stage[] = ['planned', 'building'];

/** Whether a step from a stage into the next is a role's to take; a plan comes from no stage. */
export function mayTake(role: ActorRole, next: Stage, from: Stage | null): boolean {
  if (role === 'city_officer' && from && BEFORE_THE_CITY.includes(from)) return false;
  return TAKERS[next].includes(role);
}

/** The steps that a role may take next. */
export function nextSteps(role: ActorRole, state: StageState): Stage[] {
  return stepsAfter(state).filter((next) => mayTake(role, next, state.stage));
}

/** Who takes something further from where it stands; null where nothing follows. */
export function holderOf(state: StageState): StageHolder | null {
  const [onward] = stepsAfter(state);
  if (!onward) return null;
  const takers = ACTOR_ROLES.filter((role) => mayTake(role, onward, state.stage));
  if (takers.includes('centre_clerk')) return 'centre';
  if (!takers.includes('city_officer')) return 'district';
  return takers.includes('district_officer') ? 'authority' : 'city';
}

/** What a step is called: closing a plan is giving it up, and opening again is not opening. */
export function stepName({ kind, stage }: Pick<StageState, 'kind' | 'stage'>, next: Stage): StepName {
  if (next === 'planned' || next === 'district_accepted' || next === 'city_accepted' || next === 'suspended')
    return next;
  if (next === 'building') return kind === 'station' ? 'build' : 'apply';
  if (next === 'operating') return stage === 'suspended' ? 'resume' : stage === 'closed' ? 'reopen' : 'open';
  if (kind === 'station') return stage === 'operating' || stage === 'suspended' ? 'close' : 'giveUp';
  return BEFORE_THE_CITY.includes(stage) || stage === 'district_accepted' ? 'giveUp' : 'withdraw';
}

/** Whether whoever takes a step must say why. */
export function needsReason(stage: Stage): boolean {
  return stage === 'suspended' || stage === 'closed';
}

/** What speaks against a step: the order, the day, a missing reason. A day has one stage, so the next begins later. */
export function stepProblems(
  state: StageState,
  { stage, beganOn, reason }: { stage: Stage; beganOn: CivilDate | ''; reason: string | null },
  today: CivilDate,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const tell = (path: string, what: string, values?: FieldProblem['values']) =>
    problems.push({ path, messageKey: `stages.problem.${what}`, ...(values && { values }) });
  if (!stepsAfter(state).includes(stage)) tell('stage', 'order');
  if (beganOn === '') tell('beganOn', 'day');
  else if (beganOn > today) tell('beganOn', 'ahead');
  else if (beganOn <= state.since) tell('beganOn', 'before', { since: state.since });
  if (needsReason(stage) && (reason ?? '').length < REASON_LENGTH.least) tell('reason', 'reason');
  return problems;
}

/** A stage's place in the order of the list. */
export function stageOrder(stage: Stage): number {
  return STAGES.indexOf(stage);
}
