/** How many failures are free, how long the locks after them last, and when a quiet time wipes the slate. */
export type ThrottleRule = { name: string; lockSeconds: readonly number[]; forgetSeconds: number };

const GROWING = [60, 120, 240, 480, 960, 1920, 3600];

/** The fifth failure in a row locks an account for a minute, every further one twice as long, at most an hour (ours). */
export const ACCOUNT_THROTTLE: ThrottleRule = {
  name: 'name',
  lockSeconds: [0, 0, 0, 0, ...GROWING],
  forgetSeconds: 24 * 3600,
};

/** A centre or a district sits behind one address, so an address is locked later: at the twentieth failure (ours). */
export const ADDRESS_THROTTLE: ThrottleRule = {
  name: 'address',
  lockSeconds: [...Array.from({ length: 19 }, () => 0), ...GROWING],
  forgetSeconds: 3600,
};
