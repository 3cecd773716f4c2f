import type { NotHeldReason } from '@/lib/clinic-sessions/schema';

// What people write on records, made up; the demonstration is in Chinese like the real thing.

export const NOT_HELD_NOTES: Partial<Record<NotHeldReason, readonly string[]>> = {
  expert_absent: ['专家临时有手术任务', '专家外出开会，未安排替诊', '专家身体不适请假'],
  cancelled: ['中心全员核查演练，当日停诊', '诊室漏水抢修', '系统升级，当日停诊'],
  no_patients: ['已通知签约居民，当日无人预约'],
  other: ['台风预警，门诊暂停', '社区停电，门诊改期', '道路施工，专家无法按时到达'],
};

export const HELD_NOTES: readonly string[] = [
  '复诊患者反馈良好',
  '候诊较多，延时半小时结束',
  '今日开展一次健康宣教',
  '两位患者已约下次复诊',
  '家庭医生团队陪同随访',
  '学员独立书写病历并经专家批改',
];

export const EXTRA_EXPLANATIONS: readonly string[] = [
  '社区义诊，临时加开一次门诊',
  '应居民要求加开一次',
  '专家下沉调研期间加开门诊',
  '名医走基层活动加开',
];

export const HOLIDAY_EXPLANATION = '节日照常开诊';

export const FAR_EXPLANATIONS = {
  high: ['当日结合义诊，就诊人次较多', '节后首诊，积压患者较多', '健康讲座后集中就诊'],
  low: ['天气原因，就诊人次偏少', '专家提前结束门诊', '通知不及时，到诊较少'],
} as const;

export const VERY_LATE_EXPLANATION = '补录：纸质登记本整理后上报';

export const RETURN_REASONS: readonly string[] = [
  '初诊与复诊人次疑似填反，请核对后重报',
  '中药处方数与就诊人次不符，请核实',
  '学员名单与带教安排不一致，请补正',
  '病种人次未填写完整，请补充',
];

export const RETURN_ANSWERS: readonly string[] = ['已按登记本核对并更正', '已与诊室核实，重新填报', '已补充，请审核'];

export const DISPUTE_REASONS = {
  absent: ['当日我在本院门诊，未到中心出诊，请更正', '当日请假，未出诊，请核实记录'],
  counts: ['人次与我的接诊记录不一致，请核对', '复诊人次偏多，请与叫号系统核对'],
} as const;

export const DISPUTE_COMMENTS: readonly string[] = [
  '正在与诊室核对登记本，稍后答复',
  '已联系当日接诊护士核实',
  '收到，今日内更正',
];

export const RESOLVED_TEXTS: readonly string[] = ['经核对登记本，记录无误，撤回异议', '已与中心核实，确认原记录'];

export const REOPEN_REASONS: readonly string[] = [
  '季度核查发现人次录入有误，请更正',
  '与医保结算数据不符，请核对后重报',
];

export const WITHDRAW_REASONS: readonly string[] = ['日期选错，重复登记', '误将其他门诊的记录填报在此'];

export const MONTH_REOPEN_REASONS: readonly string[] = ['补录遗漏的出诊记录', '更正一条人次错误'];
