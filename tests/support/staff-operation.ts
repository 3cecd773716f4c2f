import { randomBytes } from 'node:crypto';
import type { Action } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import type { StaffWorld, Target } from './staff-world';

/** Rows on which the table of abilities must allow an action; `self` stands for the own account and nothing else. */
export type Need = readonly [
  Action,
  (
    | 'Account'
    | 'RoleGrant'
    | 'StaffSession'
    | 'AuditEvent'
    | 'CommunityCentre'
    | 'JointClinic'
    | 'Expert'
    | 'Holiday'
    | 'TraineeDoctor'
    | 'ClinicSession'
    | 'ClinicSessionTrainee'
    | 'ClinicSessionMessage'
    | 'MonthClose'
    | 'ActivityMonth'
    | 'FollowUp'
    | 'FollowUpMessage'
    | 'MonitorThreshold'
    | 'ListImport'
    | 'JobRequest'
    | 'FacilityCheck'
    | 'ServiceRecord'
    | 'InformationReport'
    | 'SupportRequest'
    | 'ChangeRequest'
    | 'StageRecord'
    | 'IndicatorTarget'
    | 'IndicatorDefinition'
  ),
];

export type StaffOperation = {
  name: string;
  needs: readonly Need[] | { anyOf: readonly Need[] } | 'self';
  /** calls it; true when it reached the target */
  run(world: StaffWorld, actor: Actor, target: Target): Promise<boolean>;
};

/** A name nobody has. */
export function freshName(): string {
  return `fresh.${randomBytes(6).toString('hex')}`;
}

export const REASON = '岗位调整';
