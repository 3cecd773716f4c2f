import type { WorkspaceSection } from '@/components/workspace/sections';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { mayCompareMentors } from '@/lib/training/mentor-queries';

/**
 * The ways through the workspace for a role, neighbours in one section whose links are its tabs; `key` names the label in
 * workspace.section and workspace.nav. A section without a link of the role's is left out.
 */
export function workspaceSections(actor: Actor): WorkspaceSection[] {
  const reports = mayI(actor, 'read', 'InformationReport');
  const closes = mayI(actor, 'approve', 'ClinicSession');
  const sections = [
    { key: 'today', links: [{ key: 'today', path: '/today', open: true }] },
    {
      key: 'records',
      links: [
        { key: 'clinicSessions', path: '/clinic-sessions', open: mayI(actor, 'read', 'ClinicSession') },
        {
          key: 'attendance',
          path: '/clinic-sessions/attendance',
          open: mayI(actor, 'confirm', 'ClinicSessionTrainee'),
        },
        { key: 'confirm', path: '/clinic-sessions/confirm', open: mayI(actor, 'confirm', 'ClinicSession') },
        { key: 'accept', path: '/clinic-sessions/accept', open: closes },
        { key: 'months', path: '/clinic-sessions/months', open: closes },
      ],
    },
    { key: 'clinics', links: [{ key: 'clinics', path: '/joint-clinics', open: mayI(actor, 'read', 'JointClinic') }] },
    {
      key: 'people',
      links: [
        { key: 'myTraining', path: '/my-training', open: actor.role === 'trainee' },
        {
          key: 'trainees',
          path: '/people/trainees',
          open: actor.role !== 'trainee' && mayI(actor, 'read', 'TraineeDoctor'),
        },
        { key: 'experts', path: '/people/experts', open: actor.role !== 'trainee' && mayI(actor, 'read', 'Expert') },
        { key: 'mentors', path: '/people/mentors', open: mayCompareMentors(actor) },
        {
          key: 'workstations',
          path: '/people/workstations',
          open: mayI(actor, 'read', 'FamousPhysicianWorkstation'),
        },
      ],
    },
    {
      key: 'figures',
      links: [
        { key: 'dashboard', path: '/dashboard', open: mayI(actor, 'export', 'ActivityMonth') },
        { key: 'monitor', path: '/monitor', open: mayI(actor, 'export', 'ActivityMonth') },
      ],
    },
    {
      key: 'entries',
      links: [
        { key: 'health', path: '/registry/health', open: mayI(actor, 'export', 'FacilityCheck') },
        { key: 'changes', path: '/registry/changes', open: mayI(actor, 'export', 'ChangeRequest') },
        { key: 'stages', path: '/registry/stages', open: mayI(actor, 'export', 'StageRecord') },
        { key: 'registry', path: '/registry', open: mayI(actor, 'read', 'ListImport') },
      ],
    },
    {
      key: 'feedback',
      links: [
        { key: 'feedback', path: '/feedback', open: reports },
        { key: 'support', path: '/feedback/support', open: true },
      ],
    },
    {
      key: 'administration',
      links: [
        // everybody may read their own account; who may take a list of accounts out works with accounts
        { key: 'accounts', path: '/accounts', open: mayI(actor, 'export', 'Account') },
        { key: 'audit', path: '/audit', open: mayI(actor, 'export', 'AuditEvent') },
        { key: 'jobs', path: '/jobs', open: mayI(actor, 'read', 'JobRequest') },
      ],
    },
  ];
  return sections.flatMap(({ key, links }) => {
    const shown = links.filter(({ open }) => open).map((link) => ({ key: link.key, path: link.path }));
    return shown.length > 0 ? [{ key, links: shown }] : [];
  });
}
