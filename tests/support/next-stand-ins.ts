/** Thrown in place of a redirect. */
export class Led extends Error {
  constructor(readonly to: string) {
    super(`led to ${to}`);
  }
}

/** Thrown in place of the 404 page. */
export class Missing extends Error {}

/** In place of next/navigation. */
export const navigation = {
  redirect: (to: string): never => {
    throw new Led(to);
  },
  notFound: (): never => {
    throw new Missing();
  },
};

/** In place of next/cache: nothing is kept that could be refreshed. */
export const cache = { refresh: () => undefined };

/** In place of next-intl/server: every text is its key. */
export const intlServer = {
  getLocale: async () => 'zh-CN',
  getFormatter: async () => ({ dateTime: String }),
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true, rich: (key: string) => key }),
};
