import { inject } from 'vitest';
import { cloneName, urlOf } from './clones';
import { TEST_ENVIRONMENT } from './fixed-clock';

// Runs before a test file is imported: the environment is parsed once and kept, so the address of the file's own
// database must stand there before anything reads it. useDatabase() creates the database of that name.
Object.assign(process.env, TEST_ENVIRONMENT, {
  DATABASE_URL: urlOf(inject('testServer').adminUrl, cloneName()),
});
