import { sourceFiles, textOf } from './source-files';

// Most unit tests share one load of the modules they test, which halves their time. Those that put something else in the
// place of a module, of the environment or of time cannot: others would meet what they left.

const REPLACES =
  /\bvi\.(mock|doMock|hoisted|stubEnv|stubGlobal|resetModules|spyOn|useFakeTimers|setSystemTime)\b|process\.env\b/;
const UNIT = /\.test\.tsx?$/;

/** The unit tests that need a load of their own. */
export function loneTests(): string[] {
  return sourceFiles().filter((file) => UNIT.test(file) && REPLACES.test(textOf(file)));
}
