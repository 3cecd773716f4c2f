import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';

/** The ways through the workspace for a role; `key` names the label in workspace.nav. */
export function workspaceLinks(actor: Actor) {
  return [
    { key: 'today', path: '/today', open: true },
    { key: 'attendance', path: '/clinic-sessions/attendance', open: mayI(actor, 'confirm', 'ClinicSessionTrainee') },
    { key: 'confirm', path: '/clinic-sessions/confirm', open: mayI(actor, 'confirm', 'ClinicSession') },
    { key: 'accept', path: '/clinic-sessions/accept', open: mayI(actor, 'approve', 'ClinicSession') },
    { key: 'clinicSessions', path: '/clinic-sessions', open: mayI(actor, 'read', 'ClinicSession') },
    { key: 'clinics', path: '/joint-clinics', open: mayI(actor, 'read', 'JointClinic') },
    { key: 'myTraining', path: '/my-training', open: actor.role === 'trainee' },
    { key: 'people', path: '/people/trainees', open: actor.role !== 'trainee' && mayI(actor, 'read', 'TraineeDoctor') },
    { key: 'dashboard', path: '/dashboard', open: mayI(actor, 'export', 'ActivityMonth') },
    { key: 'feedback', path: '/feedback', open: mayI(actor, 'read', 'InformationReport') },
    // where residents' reports are not the reader's business, requests of the own stand for themselves
    { key: 'support', path: '/feedback/support', open: !mayI(actor, 'read', 'InformationReport') },
    { key: 'health', path: '/registry/health', open: mayI(actor, 'export', 'FacilityCheck') },
    { key: 'changes', path: '/registry/changes', open: mayI(actor, 'export', 'ChangeRequest') },
    { key: 'registry', path: '/registry', open: mayI(actor, 'read', 'ListImport') },
    { key: 'monitor', path: '/monitor', open: mayI(actor, 'export', 'ActivityMonth') },
    // everybody may read their own account; who may take a list of accounts out works with accounts
    { key: 'accounts', path: '/accounts', open: mayI(actor, 'export', 'Account') },
    { key: 'audit', path: '/audit', open: mayI(actor, 'export', 'AuditEvent') },
    { key: 'jobs', path: '/jobs', open: mayI(actor, 'read', 'JobRequest') },
  ]
    .filter(({ open }) => open)
    .map(({ key, path }) => ({ key, path }));
}
