'use client';

import { useEffect } from 'react';
import { forgetAccount } from './device/present-clerk';
import { LEFT_ACCOUNT_COOKIE } from './left-account';

/** Deletes what this device keeps of an account that has signed out. */
export function ForgetAccount({ accountId }: { accountId: string }) {
  useEffect(() => {
    const forget = async () => {
      await forgetAccount(accountId);
      // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser
      document.cookie = `${LEFT_ACCOUNT_COOKIE}=; path=/; max-age=0; samesite=lax`;
    };
    // a browser that keeps nothing has nothing to forget
    void forget().catch(() => undefined);
  }, [accountId]);
  return <span hidden data-needs-script="now" />;
}
