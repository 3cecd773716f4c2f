import type { FacilityKind, Feature } from '@/lib/directory/schema';

// Words of a question that name no record: what can be passed over, what sets a filter, and spellings to try again.
// All are written as they stand after normalisation: simplified, lower case, without spaces.

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Words that carry no wish of their own. */
export const FILLER_WORDS: readonly string[] = words(`
  我 我的 我要 我想 想 想要 要 请问 请 你好 您好 帮我 帮忙 找 查 查找 搜 搜索 看 看看 看病 治 治疗 治好 能治 可以 能 会 会不会
  能不能 可不可以 有 有没有 没有 哪 哪里 哪儿 哪家 哪些 哪个 什么 什么地方 怎么 怎么办 怎样 如何 怎么治 怎么看 挂什么科 挂号 预约 咨询 吗
  呢 吧 啊 呀 的 了 是 在 去 到 和 与 及 或 或者 还有 还是 并且 又 也 都 给 做 做做 弄 一下 点 个 家 这 那 里 边 得 地 着
  上 下 中 最 好 较好 最好 好的 不错 推荐 便宜 多少钱 收费 价格 免费 地址 电话 时间 几点 门诊时间 开门时间 联系方式 位置 路线 怎么走
  医院 医生 大夫 门诊 诊所 诊室 科 科室 中医 中医院 中医馆 中医科 中医门诊 中医药 老中医 看中医 国医馆 医馆 医疗 机构 地方 服务 项目
  联合门诊 专病门诊 专病 专科 特色 医联体 社区 病 症 疾病 毛病 患者 病人 症状 方法 偏方 效果 有效 调理 调养 康复 理疗 养生 保健
  老人 老年人 老人家 老年 爸爸 妈妈 父母 奶奶 爷爷 外婆 外公 宝宝 孩子 小孩 小朋友 儿童 小儿 小孩子 女人 男人 女性 男性 大人 成人 孕妇
  最近 最近的 就近 附近 附近的 周边 周围 旁边 离我 离我近 离我最近 近 近的 最近哪里 这边 这里 身边 家门口 楼下 上海 上海市 本市 市 区 路 站
  地铁 地铁站 地铁口 24小时 岁 年 月 号 弄
  a an the i im my me we you your in on at of to for from by with and or is are am be can could do does did have has had get
  need want wants looking look find search show see treat treats treating treatment treatments therapy therapies cure help helping please where wheres what which who how when
  near nearby nearest closest close around me here there my area next best good any some
  clinic clinics doctor doctors dr hospital hospitals centre center centres centers practitioner physician place places service services department
  tcm chinese traditional medicine medical health healthcare community shanghai china district street road subdistrict town
  pain problem problems issue issues disease condition symptom symptoms suffering suffer
  joint specialist specialty appointment book booking hours opening address phone
`);

/** Words that say "around there" after the name of a place. */
export const NEARBY_WORDS: readonly string[] = words('附近 附近的 周边 周围 旁边 就近 near nearby around closeto');

/** Degree words inside a complaint, left out when nothing else helps: 腰很痛. */
export const DEGREE_WORDS =
  /很|非常|特别|有点儿?|有些|一直|老是|总是|经常|常常|太|好像|突然|最近|严重|厉害|得很|容易|老觉得|觉得|感觉|感到|一阵阵|隐隐|长期|反复/gu;

/** Other spellings of a complaint, tried when nothing else helps. */
export const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/不舒服|难受|不适|毛病|不太好|不好/gu, '痛'],
  [/疼痛|酸痛|胀痛|刺痛|疼|酸疼|痠/gu, '痛'],
  [/(?<=\p{Script=Han})部(?=\p{Script=Han})/gu, ''],
  [/痛/gu, '疼'],
  [/膝关节/gu, '膝盖'],
  [/肩部|肩关节|肩胛/gu, '肩膀'],
  [/颈部|颈项|头颈|颈/gu, '脖子'],
  [/腹/gu, '肚子'],
  [/脚/gu, '腿'],
  [/睡不了|睡不踏实|睡不好觉|睡不着觉|睡觉不好|没睡好/gu, '睡不着'],
  [/女儿|儿子|婴儿|幼儿|宝贝|娃娃|娃|小囡/gu, '小孩'],
  [/诊疗|治疗|疗法|手法/gu, ''],
];

/** Words that ask for an expert's session. */
export const EXPERT_WORDS: readonly string[] = words(`
  专家 专家门诊 专家号 专家出诊 名医 名中医 名老中医 教授 主任 主任医师 专家坐诊 坐诊 出诊
  expert experts expertsession expertsessions expertclinic specialistsession professor consultant
`);

/** Titles after a person's surname: 王医生. */
export const TITLE_WORDS: readonly string[] = words('医生 大夫 主任 教授 专家 医师 老师');

/** Words that name a kind of facility. */
export const KIND_WORDS: ReadonlyMap<string, FacilityKind> = new Map(
  (
    [
      [
        'community_centre',
        '社区卫生服务中心 卫生服务中心 社区医院 社区卫生中心 服务中心 社区中心 街道医院 communityhealthcentre communityhealthcenter healthcentre healthcenter communitycentre communitycenter communityhospital',
      ],
      [
        'service_station',
        '社区卫生服务站 卫生服务站 卫生站 服务站 社区卫生站 村卫生室 卫生室 servicestation healthstation villageclinic',
      ],
      ['lead_hospital', '三甲医院 三甲 牵头医院 大医院 leadhospital'],
    ] as const
  ).flatMap(([kind, list]) => words(list).map((word): [string, FacilityKind] => [word, kind])),
); // prettier-ignore

/** Words that name a feature. */
export const FEATURE_WORDS: ReadonlyMap<string, Feature> = new Map(
  (
    [
      ['step_free', '无障碍 轮椅 坡道 无台阶 wheelchair stepfree accessible barrierfree'],
      ['lift', '电梯 lift elevator'],
      ['accessible_toilet', '无障碍厕所 无障碍卫生间 accessibletoilet'],
      ['medical_insurance', '医保 医保卡 医疗保险 medicalinsurance insurance'],
      ['parking', '停车 停车场 停车位 parking'],
      ['herb_delivery', '送药 快递中药 药材配送 中药配送 送药上门 herbdelivery'],
      ['night_clinic', '夜门诊 夜间门诊 晚间门诊 nightclinic'],
    ] as const
  ).flatMap(([feature, list]) => words(list).map((word): [string, Feature] => [word, feature])),
); // prettier-ignore

/** Questions many residents have, offered when a question found nothing; only those the directory knows are shown. */
export const POPULAR_QUESTIONS = {
  zh: words('失眠 腰痛 颈椎病 膝盖痛 老寒腿 胃痛 咳嗽 过敏性鼻炎 针灸 推拿 艾灸 小儿推拿'),
  en: ['insomnia', 'low back pain', 'knee pain', 'neck pain', 'acupuncture', 'tuina', 'cupping', 'eczema'],
} as const;
