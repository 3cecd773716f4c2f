// Records of the demonstration network that tests name. Their ids are stable: the generator is deterministic.

/** A centre with a joint clinic, stations and preparations: 徐汇区枫林街道. */
export const CENTRE = 'centre-310104-01';
/** The first joint clinic of that centre. */
export const CLINIC = 'clinic-310104-01-1';
/** An import of centres; serve.ts makes it. */
export const VISITED_IMPORT = '01900000-0000-7000-8000-00000000b001';
/** An id that no record has. */
export const NOWHERE = 'no-such-place';

/** The clinic of the demonstration's clerk of Huangpu, with sessions on Thursday afternoons. */
export const CLERK_CLINIC = 'clinic-310101-02-1';

/** A record of that clinic with two versions and a dispute, outside the schedule; serve.ts makes it. */
export const VISITED_RECORD = '01900000-0000-7000-8000-00000000a001';

/** A trainee doctor of that clinic's centre, and an expert of the eastern lead hospital. */
export const VISITED_TRAINEE = 'trainee-310101-02-1';
export const VISITED_EXPERT = 'expert-shuguang-01';
/** A file made in the background for the district officer; serve.ts makes it. */
export const VISITED_EXPORT = '01900000-0000-7000-8000-00000000b001';

/** A service record of that trainee whose content does not fit its code; serve.ts makes it. */
export const VISITED_SERVICE_CODE = '0000000000000A01';
/** A follow-up of the clerk's clinic. */
export const VISITED_FOLLOW_UP = '01900000-0000-7000-8000-00000000c001';

/** What a colleague of Huangpu asked, with a comment; serve.ts makes it. */
export const VISITED_SUPPORT = '01900000-0000-7000-8000-00000000e001';
/** A resident's report about a centre of Huangpu; serve.ts makes it. */
export const VISITED_REPORT = '01900000-0000-7000-8000-00000000d001';

/** A proposed change of a centre of Huangpu, with evidence; serve.ts makes it. */
export const VISITED_CHANGE = '01900000-0000-4000-8000-00000000e001';
