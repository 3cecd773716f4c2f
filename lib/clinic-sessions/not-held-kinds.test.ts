import { expect, it } from 'vitest';
import { NOT_HELD_KINDS } from '@/lib/public-directory/records-schema';
import { NOT_HELD_REASONS } from './schema';

it('residents are told every reason for which a session is not held', () => {
  expect(NOT_HELD_KINDS).toEqual(NOT_HELD_REASONS);
});
