// What the scope matrix expects of the page of jobs.

/** How the portal itself runs is for those who look after it; an auditor only looks. */
export const SEEING_BROWSERS = ['listAccountStaffSessions', 'getJobs'] as const;
export const RUNNING_JOBS = ['requestJobRun', 'sendJobRun'] as const;
