import { describe, expect, it } from 'vitest';
import { sourceFiles, textOf } from './source-files';

// A redirect that follows an address from outside leads visitors to other sites under our name.

const CALL = /(?<![.\w])(?:redirect|permanentRedirect|Response\.redirect)\(\s*([^\n]*)/g;
/** A literal, or a function that only ever gives an address of ours. */
const SAFE = /^(?:['`]\/(?!\/)|[A-Z_]+PATHS\.|path[A-Z]\w*\(|\w+(?:Path|Address)\()/;

/** The one way out: to the single sign-on provider, whose origin beginSingleSignOn checks. */
const TO_PROVIDER = /^app\/\[locale\]\/\(auth\)\/sign-in\/actions\.ts: address\);$/;

/** The first words of every redirect whose target is not plainly ours. */
function looseRedirects(text: string): string[] {
  return [...text.matchAll(CALL)].map((match) => match[1] ?? '').filter((target) => !SAFE.test(target));
}

describe('redirects', () => {
  it('are told apart', () => {
    const safe = "redirect('/x'); redirect(localPath(form.get('to'))); redirect(sentAddress(report));";
    expect(looseRedirects(safe.replaceAll('; ', ';\n'))).toEqual([]);
    for (const loose of [
      'redirect(next)',
      "redirect('//evil.example')",
      'redirect(`//evil.example`)',
      "redirect('https://x')",
    ])
      expect(looseRedirects(loose)).toHaveLength(1);
  });

  it('of pages, actions and handlers lead to addresses of ours', () => {
    const loose = sourceFiles(['app']).flatMap((file) =>
      looseRedirects(textOf(file)).map((target) => `${file}: ${target}`),
    );
    expect(loose.filter((one) => !TO_PROVIDER.test(one))).toEqual([]);
  });
});
