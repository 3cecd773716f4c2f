import { decideClinicSessions, reopenClinicSession } from '@/lib/clinic-sessions/accept-commands';
import { signAttendance } from '@/lib/clinic-sessions/attendance-commands';
import { confirmClinicSessions, disputeClinicSession, resolveDispute } from '@/lib/clinic-sessions/confirm-commands';
import { closeMonth, reopenMonth } from '@/lib/clinic-sessions/month-commands';
import { getMonth, listMonths, listMonthsToClose } from '@/lib/clinic-sessions/month-queries';
import {
  countUnconfirmed,
  listAttendances,
  listNotHeld,
  listReviewChoices,
  listToAccept,
  listToConfirm,
} from '@/lib/clinic-sessions/review-queries';
import { reviewFilterSchema } from '@/lib/clinic-sessions/review-schema';
import { commentOnClinicSession } from '@/lib/clinic-sessions/thread-commands';
import { getRecordReview, listToAnswer, listUnansweredThreads } from '@/lib/clinic-sessions/thread-queries';
import { fromDbDate } from '@/lib/core/dates';
import { type Need, REASON, type StaffOperation } from './staff-operation';
import { SIDES } from './staff-world';

// What the parties do with records: confirm, dispute, sign, accept, return, reopen, close months.

const CONFIRM: readonly Need[] = [['confirm', 'ClinicSession']];
const APPROVE: readonly Need[] = [['approve', 'ClinicSession']];
const SIGN: readonly Need[] = [['confirm', 'ClinicSessionTrainee']];
const CLOSE: readonly Need[] = [['create', 'MonthClose']];
/** Whoever has a part in a record: the centre, expert and hospital, the district. */
const PARTS = { anyOf: [['update', 'ClinicSession'], ...CONFIRM, ...APPROVE] } as const;

/** Months that only the district of their side has still to close. */
const OWN_MONTH = [new Date('2025-12-01'), SIDES.neighbour.districtCode] as const;
const NEIGHBOURS_MONTH = [new Date('2026-01-01'), SIDES.own.districtCode] as const;

const ANY = reviewFilterSchema.parse({});
const EVERYTHING = 10_000;
const names = (page: { records: readonly { id: string }[] }, { id }: { id: string }) =>
  page.records.some((record) => record.id === id);

const queries: readonly StaffOperation[] = [
  {
    name: 'listToConfirm',
    needs: CONFIRM,
    run: async (world, actor, target) => {
      const record = await world.oldRecordOf(target);
      return names(await listToConfirm(actor, ANY, EVERYTHING), record);
    },
  },
  {
    name: 'listNotHeld',
    needs: CONFIRM,
    run: async (world, actor, target) => {
      const record = await world.oldRecordOf(target, { held: false });
      return names(await listNotHeld(actor, ANY, EVERYTHING), record);
    },
  },
  {
    name: 'listToAccept',
    needs: APPROVE,
    run: async (world, actor, target) => {
      const record = await world.oldRecordOf(target, { state: 'confirmed' });
      return names(await listToAccept(actor, ANY, EVERYTHING), record);
    },
  },
  {
    name: 'countUnconfirmed',
    needs: APPROVE,
    run: async (world, actor, target) => {
      const before = await countUnconfirmed(actor);
      await world.oldRecordOf(target);
      return (await countUnconfirmed(actor)) === before + 1;
    },
  },
  {
    name: 'listReviewChoices',
    needs: CONFIRM,
    run: async (world, actor, target) => {
      await world.oldRecordOf(target);
      return (await listReviewChoices(actor, 'confirm')).centres.some(({ id }) => id === target.centreId);
    },
  },
  {
    name: 'listAttendances',
    needs: SIGN,
    run: async (world, actor, target) => {
      const record = await world.oldRecordOf(target);
      return names(await listAttendances(actor, false, EVERYTHING), record);
    },
  },
  {
    name: 'listToAnswer',
    needs: PARTS,
    run: async (world, actor, target) => {
      const record = await world.oldRecordOf(target, { state: 'disputed' });
      return names(await listToAnswer(actor, 'disputed', { size: EVERYTHING }), record);
    },
  },
  {
    name: 'listUnansweredThreads',
    needs: PARTS,
    run: async (_, actor, { clinicId }) =>
      (await listUnansweredThreads(actor)).some(({ record }) => record.clinicId === clinicId),
  },
  {
    name: 'getRecordReview',
    needs: [['read', 'ClinicSession']],
    run: async (world, actor, target) => (await getRecordReview(actor, (await world.oldRecordOf(target)).id)) !== null,
  },
  {
    name: 'listMonths',
    needs: CLOSE,
    run: async (_, actor, { districtCode }) => (await listMonths(actor))?.districtCode === districtCode,
  },
  {
    name: 'getMonth',
    needs: CLOSE,
    run: async (world, actor, { districtCode }) =>
      (await getMonth(actor, fromDbDate(world.oldMonth())))?.districtCode === districtCode,
  },
  {
    name: 'listMonthsToClose',
    needs: CLOSE,
    run: async ({ db, monthClose }, actor, target) => {
      const { clinicId, centreId, hospitalId, districtCode } = target;
      const [month, otherDistrict] = districtCode === SIDES.own.districtCode ? OWN_MONTH : NEIGHBOURS_MONTH;
      const row = { clinicId, centreId, hospitalId, districtCode, month, logged: 1 };
      await db.activityMonth.upsert({ where: { clinicId_month: { clinicId, month } }, create: row, update: {} });
      if ((await db.monthClose.count({ where: { districtCode: otherDistrict, month } })) === 0)
        await monthClose(otherDistrict, month);
      return (await listMonthsToClose(actor)).includes(fromDbDate(month));
    },
  },
];

const commands: readonly StaffOperation[] = [
  {
    name: 'confirmClinicSessions',
    needs: CONFIRM,
    run: async (world, actor, target) => {
      const { id, version } = await world.oldRecordOf(target);
      const confirmed = await confirmClinicSessions(actor, { records: [{ id, version }] });
      return confirmed.ok && confirmed.value.every(({ done }) => done);
    },
  },
  {
    name: 'disputeClinicSession',
    needs: CONFIRM,
    run: async (world, actor, target) => {
      const { id, version } = await world.oldRecordOf(target);
      return (await disputeClinicSession(actor, { id, version, kind: 'other', reason: REASON })).ok;
    },
  },
  {
    name: 'resolveDispute',
    needs: CONFIRM,
    run: async (world, actor, target) => {
      const { id, version } = await world.oldRecordOf(target, { state: 'disputed' });
      return (await resolveDispute(actor, { id, version, reason: REASON })).ok;
    },
  },
  {
    name: 'decideClinicSessions',
    needs: APPROVE,
    run: async (world, actor, target) => {
      const { id, version } = await world.oldRecordOf(target, { state: 'confirmed' });
      const decided = await decideClinicSessions(actor, { decisions: [{ id, version, decision: 'accept' }] });
      return decided.ok && decided.value.every(({ done }) => done);
    },
  },
  {
    name: 'reopenClinicSession',
    needs: APPROVE,
    run: async (world, actor, target) => {
      const { id, version } = await world.oldRecordOf(target, { state: 'accepted' });
      return (await reopenClinicSession(actor, { id, version, reason: REASON })).ok;
    },
  },
  {
    name: 'signAttendance',
    needs: SIGN,
    run: async (world, actor, target) => {
      const { id, version } = await world.oldRecordOf(target);
      const signed = await signAttendance(actor, { records: [{ id, version }] });
      return signed.ok && signed.value.every(({ done }) => done);
    },
  },
  {
    name: 'commentOnClinicSession',
    needs: [['create', 'ClinicSessionMessage']],
    run: async (world, actor, target) => {
      const { id } = await world.oldRecordOf(target);
      return (await commentOnClinicSession(actor, { id, text: REASON })).ok;
    },
  },
  {
    name: 'closeMonth',
    needs: CLOSE,
    run: async (_, actor, { districtCode }) =>
      (await closeMonth(actor, { districtCode, month: '2020-02', openSeen: null })).ok,
  },
  {
    name: 'reopenMonth',
    needs: [['update', 'MonthClose']],
    run: async (world, actor, { districtCode }) => {
      const { id: closeId } = await world.monthClose(districtCode, world.oldMonth());
      return (await reopenMonth(actor, { closeId, reason: REASON })).ok;
    },
  },
];

export const reviewOperations: readonly StaffOperation[] = [...queries, ...commands];
