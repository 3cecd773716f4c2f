import type { Instrumentation } from 'next';
import { offerDirectAnswers } from '@/lib/core/direct-answers';

/** Runs once when the server starts: the directory is read before the first resident asks; jobs run beside. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next replaces this very expression when it builds, so that nothing of Node enters the edge bundle
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startSnapshot } = await import('@/lib/public-directory/snapshot');
  startSnapshot();
  const { answerPublicApi } = await import('@/lib/public-directory/api/routes');
  offerDirectAnswers(answerPublicApi);
  const [
    { startJobs },
    { alsoWhenAsked },
    { CLEAR_EXPIRED },
    { CLEAR_EXPORTS },
    { exportJob },
    { EXPORT_MAKERS },
    { EVALUATE_CLINICS },
    { IMPORT_JOB },
    { FOLD_DISTRICTS },
    { APPLY_CHANGES },
  ] = await Promise.all([
    import('@/lib/jobs/runner'),
    import('@/lib/jobs/asked-runs'),
    import('@/lib/auth/clear-expired'),
    import('@/lib/exports/clear-exports'),
    import('@/lib/exports/export-job'),
    import('@/app/[locale]/(workspace)/exports/export-kinds'),
    import('@/lib/monitor/evaluate-clinics'),
    import('@/lib/registry/imports/import-job'),
    import('@/lib/indicators/fold-districts'),
    import('@/lib/registry/changes/apply-changes'),
  ]);
  const nightly = [APPLY_CHANGES, CLEAR_EXPIRED, CLEAR_EXPORTS, EVALUATE_CLINICS].map(alsoWhenAsked);
  startJobs([...nightly, exportJob(EXPORT_MAKERS), IMPORT_JOB, FOLD_DISTRICTS]);
}

/** What a page, an action or a route throws: one line with the number of the request, and never its address. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, { routePath }) => {
  // biome-ignore lint/style/noProcessEnv: as above
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('@/lib/log/logger');
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined;
  log.error({ err: error, digest, route: routePath, requestId: request.headers['x-request-id'] }, 'a request failed');
};
