import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password-rules';

const OWNER = { userName: 'wang.fang', phone: '13817502946' };

describe('passwordProblem', () => {
  it.each([
    'correct horse battery staple',
    '梧桐树下喝一杯茶去看戏',
    'tR4m-lines over Suzhou',
    'kettle/violet/kayak',
    'zebra7 lantern',
  ])('takes %s', (password) => {
    expect(passwordProblem(password, OWNER)).toBeNull();
  });

  it.each([
    ['short9!', 'passwordShort'],
    ['梧桐树下喝一杯茶', 'passwordShort'],
    [`${'long enough '.repeat(12)}`, 'passwordLong'],
    ['aaaaaaaaaaaa', 'passwordRepeats'],
    ['xk9zxk9zxk9z', 'passwordRepeats'],
    ['1234567890', 'passwordCommon'],
    ['9876543210', 'passwordCommon'],
    ['19880520123', 'passwordCommon'],
    ['password2026', 'passwordCommon'],
    ['P@ssw0rd2026', 'passwordCommon'],
    ['qwertyuiop', 'passwordCommon'],
    ['qwertyuiop123', 'passwordCommon'],
    ['1qaz2wsx3edc', 'passwordCommon'],
    ['asdfghjkl;12', 'passwordCommon'],
    ['woaini1314520', 'passwordCommon'],
    ['shanghai2026', 'passwordCommon'],
    ['zhongyiyuan888', 'passwordCommon'],
    ['Admin@123456', 'passwordCommon'],
    ['mimashi123456', 'passwordCommon'],
    ['1q2w3e4r5t6y', 'passwordCommon'],
    ['abcdefghij12', 'passwordCommon'],
    ['5201314woaini', 'passwordCommon'],
    ['wang.fang!and more', 'passwordPersonal'],
    ['call 13817502946', 'passwordPersonal'],
    ['kettle17502946', 'passwordPersonal'],
  ])('refuses %s: %s', (password, problem) => {
    expect(passwordProblem(password, OWNER)).toBe(problem);
  });

  it('is not shaken by any text', () => {
    for (const text of ['', ' ', '\u0000'.repeat(12), '😀'.repeat(200), '('.repeat(20)])
      expect(passwordProblem(text, { userName: '', phone: null })).not.toBeNull();
  });
});
