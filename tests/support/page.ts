import { test as base, expect } from '@playwright/test';

export { expect };

/** Marks a test that also runs on a phone's screen. */
export const PHONE = { tag: '@phone' };

/** Marks a test that runs on a phone's screen and nowhere else. */
export const ONLY_PHONE = { tag: '@only-phone' };

type Options = {
  /** Console messages a test expects, such as the browser's own line about a 404 page. */
  expectedMessages: RegExp[];
};

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

function leavesMachine(address: string): boolean {
  const url = new URL(address);
  return /^(https?|wss?):$/.test(url.protocol) && !LOOPBACK.has(url.hostname);
}

/** What the graphics driver of a machine without a graphics card says of its own speed: nobody's complaint of a page. */
const DRIVER_REMARK = /GL Driver Message \(OpenGL, Performance/;

/** Playwright's test, failing when a page complains in the console, throws, or calls a foreign host. */
export const test = base.extend<Options>({
  expectedMessages: [[], { option: true }],
  context: async ({ context, expectedMessages }, use) => {
    const complaints: string[] = [];
    context.on('console', (message) => {
      const complains = message.type() === 'error' || message.type() === 'warning';
      if (complains && !DRIVER_REMARK.test(message.text())) complaints.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => complaints.push(`page: ${error.error().message}`));
    context.on('request', (request) => {
      if (leavesMachine(request.url())) complaints.push(`foreign request: ${request.url()}`);
    });
    await use(context);
    const unexpected = complaints.filter((line) => !expectedMessages.some((expected) => expected.test(line)));
    expect(unexpected, 'what the pages complained about').toEqual([]);
  },
});
