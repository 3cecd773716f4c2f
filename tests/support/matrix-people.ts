// What the scope matrix expects of pages of people; the lists of roles name these.

export const SEEING_TRAINEES = ['listTrainees', 'getTrainee'] as const;
export const SEEING_EXPERTS = [
  ...['listExpertChoices', 'listExperts', 'getExpert', 'listExpertHospitals'],
  ...SEEING_TRAINEES,
] as const;
export const SEEING_SHEETS = ['getServiceRecord'] as const;
export const ISSUING_SHEETS = ['issueServiceRecord', 'sendServiceRecord'] as const;
/** What a trainee does with the own record. */
export const OWN_TRAINING = [...SEEING_TRAINEES, ...SEEING_SHEETS, ...ISSUING_SHEETS] as const;
