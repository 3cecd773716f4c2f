/** Carries the account that has signed out of a browser until what the browser kept of it is deleted. */
export const LEFT_ACCOUNT_COOKIE = 'left-account';
