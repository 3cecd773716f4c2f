/**
 * The password of every account of the demonstration, shown on its sign-in page. The accounts are made only on the
 * embedded database, and sign in only where DEMONSTRATION_ACCOUNTS is on.
 */
export const DEMONSTRATION_PASSWORD = 'wutong-yanshi-2026';
