import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';

/** The catalogs that the forms of clinic sessions speak from, in the browser too. */
const FEATURES = ['logging', 'sessions', 'terms', 'ui'] as const;

/** Gives the forms of clinic sessions their words in the browser; other pages have theirs from the server alone. */
export async function LoggingWords({ children }: { children: React.ReactNode }) {
  const messages: Record<string, unknown> = await getMessages();
  const picked = Object.fromEntries(FEATURES.map((feature) => [feature, messages[feature]]));
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
