import { type Anchor, type Finding, verifyAuditTrail } from '@/lib/audit/verify';
import { openCommandDatabase } from './database';

// `npm run audit:verify`: walks the hash chain of the audit trail. Leaves with 0 when it is whole, 1 when it is broken
// or unprotected, 2 when it could not be checked. `-- --anchor 1200:ab12…` also compares with an end noted earlier.

function parseAnchor(words: string[]): Anchor | undefined {
  if (words.length === 0) return undefined;
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(words[1] ?? '');
  if (words[0] !== '--anchor' || words.length !== 2 || !match)
    throw new Error('Usage: npm run audit:verify -- --anchor <number of a row>:<its hash, 64 hexadecimal digits>');
  return { seq: Number(match[1]), hash: match[2] ?? '' };
}

function inWords(finding: Finding): string {
  switch (finding.kind) {
    case 'altered':
      return `Row ${nameOf(finding)} was altered: its content does not give its hash.`;
    case 'unlinked':
      return `Row ${nameOf(finding)} was put in place of another: it does not continue the row before it.`;
    case 'beyond':
      return `Row ${nameOf(finding)} was put in after the end of the chain.`;
    case 'head':
      return `Row ${nameOf(finding)} is not the row the chain ended with.`;
    case 'missing':
      return `Rows ${finding.seq} to ${finding.upTo} are missing.`;
    case 'cut':
      return `The end was cut off: rows ${finding.seq} to ${finding.upTo} are missing.`;
    case 'rewritten':
      return `The chain was rewritten: row ${finding.seq} is not the one of the anchor.`;
    case 'no_head':
      return 'The record of the chain’s end is missing.';
    case 'unguarded':
      return `The chain is whole, but its protection is off: ${finding.triggers.join(', ')}.`;
  }
}

function nameOf({ seq, row }: Extract<Finding, { row: unknown }>): string {
  return `${seq} (${row.event}, ${row.object_type} ${row.object_id})`;
}

async function verify(): Promise<number> {
  const anchor = parseAnchor(process.argv.slice(2));
  const database = await openCommandDatabase();
  try {
    const { rows, end, finding } = await verifyAuditTrail(database.url, anchor);
    if (finding) {
      console.log(`${inWords(finding)} ${rows} rows before it are whole.`);
      return 1;
    }
    console.log(
      `The audit trail is whole: ${rows} rows. Its end, to note outside the database: ${end.seq}:${end.hash}`,
    );
    return 0;
  } finally {
    await database.close();
  }
}

process.exitCode = await verify().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
