import { describe, expect, it } from 'vitest';
import { ACTOR_ROLES } from '@/lib/access/actor';
import { civilDate } from '@/lib/core/dates';
import { holderOf, nextSteps, type StageState, stepName, stepProblems, stepsAfter } from './stage-rules';
import { STAGE_KINDS, STAGES } from './stage-schema';

const TODAY = civilDate('2026-11-18');
const state = (changes: Partial<StageState> = {}): StageState => ({
  ...{ kind: 'station', stage: 'operating', since: civilDate('2026-10-01'), opened: true },
  ...changes,
});
const keysOf = (...asked: Parameters<typeof stepProblems>) =>
  stepProblems(...asked).map(({ path, messageKey }) => `${path} ${messageKey.replace('stages.problem.', '')}`);

describe('what may follow', () => {
  it('leads from the plan to work by two acceptances', () => {
    let stage: StageState['stage'] = 'planned';
    const way: string[] = [];
    while (stage !== 'operating') {
      stage = stepsAfter(state({ stage, opened: false }))[0] ?? 'operating';
      way.push(stage);
    }
    expect(way).toEqual(['building', 'district_accepted', 'city_accepted', 'operating']);
  });

  it('lets plans be given up, but takes no title back that the city has not given', () => {
    for (const stage of ['planned', 'building', 'district_accepted'] as const) {
      expect(stepsAfter(state({ stage }))).toContain('closed');
      expect(stepsAfter(state({ kind: 'project', stage }))).toContain('closed');
      expect(stepsAfter(state({ kind: 'demonstration', stage }))).not.toContain('closed');
    }
    for (const kind of STAGE_KINDS) expect(stepsAfter(state({ kind, stage: 'city_accepted' }))).toContain('closed');
  });

  it('opens again what has worked, and nothing else', () => {
    expect(stepsAfter(state({ stage: 'closed', opened: true }))).toEqual(['operating']);
    expect(stepsAfter(state({ stage: 'closed', opened: false }))).toEqual([]);
    expect(stepsAfter(state({ stage: 'suspended' }))).toEqual(['operating', 'closed']);
  });
});

describe('whose step it is', () => {
  it.each([
    ['planned', ['centre_clerk building', 'district_officer building,closed']],
    ['building', ['district_officer district_accepted,closed']],
    ['district_accepted', ['district_officer closed', 'city_officer city_accepted,closed']],
    ['operating', ['district_officer suspended,closed', 'city_officer suspended,closed']],
  ] as const)('after %s', (stage, expected) => {
    const found = ACTOR_ROLES.flatMap((role) => {
      const steps = nextSteps(role, state({ stage }));
      return steps.length > 0 ? [`${role} ${steps.join()}`] : [];
    });
    expect(found.sort()).toEqual([...expected].sort());
  });

  it('never an auditor’s, an expert’s or a hospital’s', () => {
    for (const role of ['auditor', 'expert', 'trainee', 'alliance_officer'] as const)
      for (const stage of STAGES) expect(nextSteps(role, state({ stage }))).toEqual([]);
  });
});

describe('who takes it further, and what the step is called', () => {
  it.each([
    ['planned', 'centre', 'build,giveUp', 'apply,giveUp'],
    ['building', 'district', 'district_accepted,giveUp', 'district_accepted,giveUp'],
    ['district_accepted', 'city', 'city_accepted,giveUp', 'city_accepted,giveUp'],
    ['city_accepted', 'authority', 'open,giveUp', 'open,withdraw'],
    ['operating', 'authority', 'suspended,close', 'suspended,withdraw'],
    ['suspended', 'authority', 'resume,close', 'resume,withdraw'],
    ['closed', 'authority', 'reopen', 'reopen'],
  ] as const)('from %s: %s', (stage, holder, station, project) => {
    const namesOf = (of: StageState) => stepsAfter(of).map((next) => stepName(of, next));
    expect(holderOf(state({ stage }))).toBe(holder);
    expect(namesOf(state({ stage })).join()).toBe(station);
    expect(namesOf(state({ stage, kind: 'project' })).join()).toBe(project);
  });

  it('is nobody where nothing follows', () => {
    expect(holderOf(state({ stage: 'closed', opened: false }))).toBeNull();
  });
});

describe('what speaks against a step', () => {
  const step = { stage: 'suspended', beganOn: TODAY, reason: '装修' } as const;

  it('is nothing when it follows, with a reason', () => {
    expect(keysOf(state(), step, TODAY)).toEqual([]);
    expect(keysOf(state({ stage: 'suspended' }), { ...step, stage: 'operating', reason: null }, TODAY)).toEqual([]);
  });

  it.each([
    [{ reason: null }, 'reason reason'],
    [{ reason: '修' }, 'reason reason'],
    [{ stage: 'building' as const }, 'stage order'],
    [{ beganOn: '' as const }, 'beganOn day'],
    [{ beganOn: civilDate('2026-11-19') }, 'beganOn ahead'],
    [{ beganOn: civilDate('2026-10-01') }, 'beganOn before'],
  ])('%o: %s', (changes, expected) => {
    expect(keysOf(state(), { ...step, ...changes }, TODAY)).toEqual([expected]);
  });
});
