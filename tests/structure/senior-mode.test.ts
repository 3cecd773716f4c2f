import { expect, it } from 'vitest';
import { sourceFiles, textOf } from './source-files';

// Senior mode is an attribute of the document that styles ask for. The browser tests switch it on in a page that is open;
// they would miss a page that shows something else in it.

const ASKS = /\bisSenior\b|\bSENIOR_COOKIE\b|['"`[(]data-senior|dataset\.senior/;

it('senior mode is asked for by styles, by the frames of pages and by what the device keeps', () => {
  const code = sourceFiles(['app', 'components', 'lib']).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\./.test(file),
  );
  expect(code.filter((file) => ASKS.test(textOf(file)))).toEqual([
    'app/[locale]/actions.ts',
    'app/[locale]/layout.tsx',
    'app/[locale]/residents-shell.tsx',
    'app/[locale]/staff-shell.tsx',
    'components/layout/senior-mode.ts',
    'components/logging/offline-pages.client.tsx',
    'components/logging/today-device.client.tsx',
  ]);
});
