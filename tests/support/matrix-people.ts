// What the scope matrix expects of pages of people; the lists of roles name these.

const SEEING_TRAINEES = ['listTrainees', 'getTrainee'] as const;
export const SEEING_EXPERTS = [
  ...['listExpertChoices', 'listExperts', 'getExpert', 'listExpertHospitals'],
  ...SEEING_TRAINEES,
] as const;
const SEEING_SHEETS = ['getServiceRecord'] as const;
/** Residents' reports: whoever reads places reads them, and whoever keeps a district answers them. */
const SEEING_REPORTS = ['listReports', 'getReport'] as const;
/** What staff ask: whoever asked, the district of its centres, and the city; anybody may ask. */
export const ASKING = ['askSupport', 'sendSupport'] as const;
export const SEEING_SUPPORT = ['listSupport', 'getSupportRequest'] as const;
const ANSWERING_SUPPORT = [
  ...['listSupportDue', 'commentOnSupport', 'takeSupport', 'passSupportOn', 'answerSupport'],
  ...['sendSupportComment', 'sendSupportTaking', 'sendSupportPassing', 'sendSupportAnswer'],
] as const;
export const ANSWERS = [
  ...ANSWERING_SUPPORT,
  ...['listOpenReports', 'takeReport', 'answerReport', 'sendReportTaking', 'sendReportAnswer'],
] as const;
export const ISSUING_SHEETS = ['issueServiceRecord', 'sendServiceRecord'] as const;
/** Whoever may take lists of people out lays mentors beside each other. */
const COMPARING = ['getMentorComparison', 'exportMentorComparison', '/people/mentors/export'] as const;
/** Whoever reads places reads what is printed of their people and what residents report of them. */
export const READING_PAPERS = ['listWorkstations', ...SEEING_SHEETS, ...SEEING_REPORTS, ...COMPARING] as const;
/** What a trainee does with the own record. */
export const OWN_TRAINING = [...SEEING_TRAINEES, ...SEEING_SHEETS, ...ISSUING_SHEETS] as const;
