// What the scope matrix expects of pages of people; the lists of roles name these.

const SEEING_TRAINEES = ['listTrainees', 'getTrainee'] as const;
export const SEEING_EXPERTS = [
  ...['listExpertChoices', 'listExperts', 'getExpert', 'listExpertHospitals'],
  ...SEEING_TRAINEES,
] as const;
const SEEING_SHEETS = ['getServiceRecord'] as const;
/** Residents' reports: whoever reads places reads them, and whoever keeps a district answers them. */
const SEEING_REPORTS = ['listReports', 'getReport'] as const;
export const ANSWERS = [
  ...['listOpenReports', 'takeReport', 'answerReport', 'sendReportTaking', 'sendReportAnswer'],
] as const;
export const ISSUING_SHEETS = ['issueServiceRecord', 'sendServiceRecord'] as const;
/** Whoever may take lists of people out lays mentors beside each other. */
const COMPARING = ['getMentorComparison', 'exportMentorComparison', '/people/mentors/export'] as const;
/** Whoever reads places reads what is printed of their people and what residents report of them. */
export const READING_PAPERS = [...SEEING_SHEETS, ...SEEING_REPORTS, ...COMPARING] as const;
/** What a trainee does with the own record. */
export const OWN_TRAINING = [...SEEING_TRAINEES, ...SEEING_SHEETS, ...ISSUING_SHEETS] as const;
