import type { SignInStep } from './staff-session-rules';

/** Where staff sign in and work, without the language; pages of these addresses belong to the workspace. */
export const STAFF_PATHS = {
  signIn: '/sign-in',
  secondFactor: '/sign-in/second-factor',
  enrolSecondFactor: '/sign-in/set-up-second-factor',
  changePassword: '/sign-in/change-password',
  oneTimeLink: '/sign-in/link',
  today: '/today',
} as const;

const STEP_PATHS: Record<SignInStep, string> = {
  second_factor: STAFF_PATHS.secondFactor,
  change_password: STAFF_PATHS.changePassword,
  enrol_second_factor: STAFF_PATHS.enrolSecondFactor,
};

/** The page that asks for a step of the sign-in; the workspace when none is left. */
export function pathOfStep(step: SignInStep | null): string {
  return step === null ? STAFF_PATHS.today : STEP_PATHS[step];
}

/** The address of a one-time link, to be handed over by the officer who made it. */
export function oneTimeLinkUrl(siteUrl: string, token: string): string {
  return `${siteUrl}${STAFF_PATHS.oneTimeLink}?token=${token}`;
}
