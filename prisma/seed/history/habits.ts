// What is usual in the departments that hold joint clinics: how many come, what is treated with what, and when in the
// year more or fewer come (ours; plausible, not measured).

/** Monthly factors on visits, January first. */
export const SEASONS = {
  even: [1, 0.95, 1.02, 1.02, 1.02, 1, 0.97, 0.95, 1, 1.02, 1.03, 1.02],
  // damp and cold make joints ache
  joints: [1.08, 1.02, 1.1, 1.08, 1, 0.98, 0.86, 0.84, 0.95, 1.02, 1.06, 1.1],
  // winter coughs, and plasters against them on the hottest days of summer
  lungs: [1.2, 1.08, 1.05, 0.95, 0.88, 0.84, 1.16, 1.12, 0.88, 0.96, 1.06, 1.18],
  children: [1.1, 0.92, 1.05, 1, 0.96, 0.95, 1.22, 1.18, 0.86, 0.94, 1.04, 1.1],
  skin: [0.86, 0.86, 0.95, 1.02, 1.1, 1.16, 1.18, 1.12, 1.02, 0.95, 0.9, 0.88],
  // tonics are taken in winter
  tonics: [1.12, 1, 0.98, 0.96, 0.94, 0.92, 0.9, 0.9, 0.98, 1.04, 1.14, 1.18],
} as const satisfies Record<string, readonly number[]>;

export type Habits = {
  /** visits of a session of a well-attended clinic */
  visits: number;
  newShare: number;
  /** herbal prescriptions a visit */
  prescriptions: number;
  season: keyof typeof SEASONS;
  /** techniques by code of prisma/reference/techniques.csv, each with the share of visits that get it */
  techniques: readonly (readonly [string, number])[];
};

const HABITS: Record<string, Habits> = {
  骨伤科: {
    visits: 18,
    newShare: 0.32,
    prescriptions: 0.3,
    season: 'joints',
    techniques: [
      ['tuina', 0.45],
      ['acupuncture', 0.4],
      ['cupping', 0.25],
      ['hot-compress', 0.25],
      ['bone-setting', 0.12],
      ['fumigation-washing', 0.15],
      ['electroacupuncture', 0.2],
    ],
  },
  推拿科: {
    visits: 16,
    newShare: 0.3,
    prescriptions: 0.1,
    season: 'joints',
    techniques: [
      ['tuina', 0.85],
      ['cupping', 0.3],
      ['hot-compress', 0.25],
      ['daoyin', 0.12],
      ['guasha', 0.15],
    ],
  },
  针灸科: {
    visits: 17,
    newShare: 0.28,
    prescriptions: 0.15,
    season: 'even',
    techniques: [
      ['acupuncture', 0.88],
      ['electroacupuncture', 0.35],
      ['moxibustion', 0.4],
      ['cupping', 0.25],
      ['auricular', 0.15],
    ],
  },
  神志病科: {
    visits: 15,
    newShare: 0.3,
    prescriptions: 0.7,
    season: 'even',
    techniques: [
      ['auricular', 0.35],
      ['acupuncture', 0.3],
      ['intradermal-needle', 0.12],
      ['daoyin', 0.1],
    ],
  },
  脑病科: {
    visits: 14,
    newShare: 0.26,
    prescriptions: 0.6,
    season: 'even',
    techniques: [
      ['acupuncture', 0.4],
      ['auricular', 0.18],
      ['electroacupuncture', 0.15],
      ['moxibustion', 0.12],
    ],
  },
  脾胃病科: {
    visits: 17,
    newShare: 0.34,
    prescriptions: 0.82,
    season: 'tonics',
    techniques: [
      ['moxibustion', 0.2],
      ['acupoint-application', 0.18],
      ['acupuncture', 0.15],
      ['paste-prescription', 0.12],
    ],
  },
  肺病科: {
    visits: 16,
    newShare: 0.36,
    prescriptions: 0.78,
    season: 'lungs',
    techniques: [
      ['acupoint-application', 0.3],
      ['cupping', 0.15],
      ['guasha', 0.1],
      ['paste-prescription', 0.15],
    ],
  },
  心病科: {
    visits: 14,
    newShare: 0.26,
    prescriptions: 0.8,
    season: 'tonics',
    techniques: [
      ['auricular', 0.2],
      ['acupoint-application', 0.12],
      ['daoyin', 0.1],
      ['paste-prescription', 0.12],
    ],
  },
  内分泌科: {
    visits: 15,
    newShare: 0.24,
    prescriptions: 0.75,
    season: 'tonics',
    techniques: [
      ['acupuncture', 0.2],
      ['auricular', 0.15],
      ['fumigation-washing', 0.12],
      ['paste-prescription', 0.1],
    ],
  },
  风湿病科: {
    visits: 14,
    newShare: 0.25,
    prescriptions: 0.65,
    season: 'joints',
    techniques: [
      ['moxibustion', 0.3],
      ['fumigation-washing', 0.25],
      ['hot-compress', 0.2],
      ['acupuncture', 0.25],
    ],
  },
  妇科: {
    visits: 16,
    newShare: 0.34,
    prescriptions: 0.85,
    season: 'even',
    techniques: [
      ['moxibustion', 0.25],
      ['auricular', 0.12],
      ['acupuncture', 0.2],
      ['acupoint-application', 0.12],
      ['paste-prescription', 0.1],
    ],
  },
  乳腺科: {
    visits: 12,
    newShare: 0.36,
    prescriptions: 0.75,
    season: 'even',
    techniques: [
      ['acupoint-application', 0.15],
      ['auricular', 0.12],
      ['tuina', 0.12],
    ],
  },
  儿科: {
    visits: 19,
    newShare: 0.42,
    prescriptions: 0.5,
    season: 'children',
    techniques: [
      ['paediatric-tuina', 0.45],
      ['acupoint-application', 0.3],
      ['auricular', 0.1],
    ],
  },
  皮肤科: {
    visits: 16,
    newShare: 0.38,
    prescriptions: 0.7,
    season: 'skin',
    techniques: [
      ['fumigation-washing', 0.2],
      ['bloodletting', 0.12],
      ['fire-needle', 0.12],
      ['cupping', 0.1],
    ],
  },
  肛肠科: {
    visits: 11,
    newShare: 0.4,
    prescriptions: 0.4,
    season: 'even',
    techniques: [
      ['fumigation-washing', 0.45],
      ['acupoint-application', 0.12],
    ],
  },
  耳鼻喉科: {
    visits: 14,
    newShare: 0.36,
    prescriptions: 0.6,
    season: 'lungs',
    techniques: [
      ['acupuncture', 0.25],
      ['auricular', 0.2],
      ['acupoint-application', 0.15],
    ],
  },
  眼科: {
    visits: 12,
    newShare: 0.34,
    prescriptions: 0.45,
    season: 'children',
    techniques: [
      ['auricular', 0.4],
      ['acupuncture', 0.2],
      ['plum-blossom-needle', 0.12],
    ],
  },
};

/**
 * What is usual in a department.
 * @throws Error for one that has no joint clinics
 */
export function habitsOf(department: string): Habits {
  const habits = HABITS[department];
  if (!habits) throw new Error(`Nothing is known of the habits of ${department}`);
  return habits;
}
