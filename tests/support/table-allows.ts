import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import type { Database } from '@/lib/db/client';
import type { Need, StaffOperation } from './staff-operation';
import type { Target } from './staff-world';

// What the table of abilities says, for the scope matrix.

/** Whether the table of abilities reaches the target's row, asked of the database. */
async function reaches(db: Database, actor: Actor, [action, model]: Need, target: Target): Promise<boolean> {
  if (!mayI(actor, action, model)) return false;
  switch (model) {
    case 'Account':
      return (
        (await db.account.count({ where: { AND: [whereFor(actor, action, model), { id: target.accountId }] } })) > 0
      );
    case 'RoleGrant':
      return (
        (await db.roleGrant.count({ where: { AND: [whereFor(actor, action, model), { id: target.grantId }] } })) > 0
      );
    case 'StaffSession': {
      const where = { AND: [whereFor(actor, action, model), { id: target.staffSessionId }] };
      return (await db.staffSession.count({ where })) > 0;
    }
    case 'AuditEvent':
      return (await db.auditEvent.count({ where: { AND: [whereFor(actor, action, model), { seq: target.seq }] } })) > 0;
    case 'CommunityCentre': {
      const where = { AND: [whereFor(actor, action, model), { facilityId: target.centreId }] };
      return (await db.communityCentre.count({ where })) > 0;
    }
    case 'Holiday':
      return (await db.holiday.count({ where: whereFor(actor, action, model) })) > 0;
    case 'Expert':
      return (await db.expert.count({ where: { AND: [whereFor(actor, action, model), { id: target.expertId }] } })) > 0;
    case 'TraineeDoctor': {
      const where = { AND: [whereFor(actor, action, model), { id: target.traineeId }] };
      return (await db.traineeDoctor.count({ where })) > 0;
    }
    case 'ClinicSession': {
      const where = { AND: [whereFor(actor, action, model), { clinicId: target.clinicId }] };
      return (await db.clinicSession.count({ where })) > 0;
    }
    case 'ClinicSessionTrainee': {
      const where = {
        AND: [whereFor(actor, action, model), { clinicSession: { is: { clinicId: target.clinicId } } }],
      };
      return (await db.clinicSessionTrainee.count({ where })) > 0;
    }
    case 'ClinicSessionMessage': {
      const where = {
        AND: [whereFor(actor, action, model), { clinicSession: { is: { clinicId: target.clinicId } } }],
      };
      return (await db.clinicSessionMessage.count({ where })) > 0;
    }
    case 'MonthClose': {
      const where = { AND: [whereFor(actor, action, model), { districtCode: target.districtCode }] };
      return (await db.monthClose.count({ where })) > 0;
    }
    case 'InformationReport': {
      const where = { AND: [whereFor(actor, action, model), { facilityId: target.centreId }] };
      return (await db.informationReport.count({ where })) > 0;
    }
    case 'SupportRequest': {
      const asked = { askedById: 'colleague', office: 'district', districtCode: target.districtCode } as const;
      return (await db.supportRequest.count({ where: { AND: [whereFor(actor, action, model), asked] } })) > 0;
    }
    case 'ChangeRequest': {
      const where = { AND: [whereFor(actor, action, model), { facilityId: target.centreId }] };
      return (await db.changeRequest.count({ where })) > 0;
    }
    // planning one asks for nothing that is there yet
    case 'StageRecord': {
      const where = { AND: [whereFor(actor, action, model), { districtCode: target.districtCode }] };
      return (await db.stageRecord.count({ where })) > 0;
    }
    case 'ServiceRecord': {
      const where = { AND: [whereFor(actor, action, model), { traineeId: target.traineeId }] };
      return (await db.serviceRecord.count({ where })) > 0;
    }
    case 'FacilityCheck': {
      const where = { AND: [whereFor(actor, action, model), { facilityId: target.centreId }] };
      return (await db.facilityCheck.count({ where })) > 0;
    }
    case 'ListImport': {
      const where = { AND: [whereFor(actor, action, model), { districtCode: target.districtCode }] };
      return (await db.listImport.count({ where })) > 0;
    }
    // sums of a clinic that has none yet: open to whoever reads sums at all; the clinic's own scope is asked beside it
    case 'ActivityMonth':
    case 'FollowUp':
    case 'FollowUpMessage':
    case 'MonitorThreshold':
    case 'JobRequest':
      return true;
    case 'IndicatorTarget': {
      const own = { level: 'district', unitCode: target.districtCode } as const;
      return (await db.indicatorTarget.count({ where: { AND: [whereFor(actor, action, model), own] } })) > 0;
    }
    // the same for everybody
    case 'IndicatorDefinition':
      return (await db.indicatorDefinition.count({ where: whereFor(actor, action, model) })) > 0;
    case 'JointClinic': {
      const where = { AND: [whereFor(actor, action, model), { id: target.clinicId }] };
      return (await db.jointClinic.count({ where })) > 0;
    }
  }
}

type Needs = Exclude<StaffOperation['needs'], 'self'>;

/** Whether the table of abilities allows everything that is needed on the target's rows, or one of several. */
export async function tableAllows(db: Database, actor: Actor, needs: Needs, target: Target): Promise<boolean> {
  const alternatives = 'anyOf' in needs;
  const list = alternatives ? needs.anyOf : needs;
  const allowed = await Promise.all(list.map((need) => reaches(db, actor, need, target)));
  return alternatives ? allowed.some(Boolean) : allowed.every(Boolean);
}
