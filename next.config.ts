import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // lib/server compresses, with brotli too
  compress: false,
  // a page is read when it is first asked for, not all of them before anybody is answered
  experimental: { preloadEntriesOnStart: false },
  serverExternalPackages: [
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    'pg-boss',
    'pino',
    'prom-client',
    '@resvg/resvg-js',
  ],
};

const withCatalogs = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  experimental: {
    // parsed when built: without this every page parses its messages anew
    messages: {
      path: './lib/i18n/messages',
      format: 'json',
      locales: 'infer',
      sourceLocale: 'zh-CN',
      precompile: true,
    },
  },
});

export default withCatalogs(config);
