import type { Context } from '../../kernel/context.ts';
import { decodeId, kindOfId, type GlobalKind } from '../../kernel/global-id.ts';
import { furtherRows } from '../../kernel/journal-fences.ts';
import { Parameters } from '../../kernel/page-query.ts';
import { accountsCalled } from './account-search.ts';
import { kindsByPart } from './journal-parts.ts';
import { requireNames } from './person-words.ts';

/** The number of a row out of the UUID that its global id carries. */
export function rowOfUuid(uuid: string): string {
  return String(BigInt.asIntN(64, BigInt(`0x${uuid.replaceAll('-', '')}`)));
}

/**
 * SQL: what one of these accounts did; `accounts` is an expression of type uuid[]. Electronic ballots, by far the most rows,
 * are found by the index of their idempotency keys: they always have one.
 */
export const actedBy = (accounts: string): string =>
  `((j.command <> 'castBallot' and j.account_id = any(${accounts}))
    or (j.command = 'castBallot' and j.idempotency_key is not null and j.account_id = any(${accounts})))`;

/** SQL: the rows that name this thing in one of the parts its kind plays; by the index `journal_things`, and so without electronic ballots. */
export function naming(kind: GlobalKind, uuid: string, parameters: Parameters): string {
  const parts = Object.entries(kindsByPart).filter(([, played]) => played === kind);
  const shapes = parts.flatMap(([role]) => [{ [role]: uuid }, { [role]: [uuid] }]);
  const named = shapes.map((shape) => `j.ids @> ${parameters.add(JSON.stringify(shape))}::jsonb`);
  const indexed = named.length === 0 ? 'false' : `(j.command <> 'castBallot' and (${named.join(' or ')}))`;
  return `(${indexed} or ${furtherRows(kind, uuid, parameters)})`;
}

/** SQL: whatever touched a thing, whichever part it played. What an electronic ballot names beside itself is read row by row. */
export function touching(kind: GlobalKind, uuid: string, parameters: Parameters): string {
  if (!Object.values(kindsByPart).includes(kind)) return `strpos(j.ids::text, ${parameters.add(uuid)}) > 0`;
  const named = naming(kind, uuid, parameters);
  const cast = kind === 'Assembly' ? 'assembly' : kind === 'Submission' ? 'submission' : null;
  return cast ? `(${named} or (j.command = 'castBallot' and j.ids->>'${cast}' = ${parameters.add(uuid)}))` : named;
}

const uuidForm = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** SQL: the rows that one ID tells of; null for what is none. */
function pasted(word: string, parameters: Parameters): string | null {
  const uuid = word.toLowerCase();
  if (uuidForm.test(uuid)) {
    const part = parameters.add(uuid);
    return `(j.request_id = ${part} or strpos(j.ids::text, ${part}) > 0)`;
  }
  const kind = kindOfId(word);
  if (kind === null) return null;
  const id = decodeId(kind, word);
  if (kind === 'JournalRow') return `j.id = ${parameters.add(rowOfUuid(id))}::bigint`;
  const touched = touching(kind, id, parameters);
  return kind === 'Account' ? `(${touched} or ${actedBy(`${parameters.add([id])}::uuid[]`)})` : touched;
}

/** The names of all commands that were ever carried out, from one to the next along the index. */
const everyCommand = `with recursive done as (
    (select command from journal where command <> 'castBallot' order by command limit 1)
    union all select (select j.command from journal j where j.command <> 'castBallot' and j.command > done.command
      order by j.command limit 1) from done where done.command is not null)
  select command from done where command is not null union all select 'castBallot'`;

/** SQL: what is called by this word: a part of a command, or of the name or login of whoever acted. */
async function called(context: Context, word: string, all: readonly string[], parameters: Parameters): Promise<string> {
  const lower = word.toLowerCase();
  const found = all.filter((command) => command.toLowerCase().includes(lower));
  if (!found.some((command) => command.toLowerCase() === lower)) requireNames(context.viewer);
  const others = parameters.add(found.filter((command) => command !== 'castBallot'));
  const cast = found.includes('castBallot') ? ` or j.command = 'castBallot'` : '';
  const ofAccounts = new Parameters();
  const where = accountsCalled(word, ofAccounts).join(' and ');
  const accounts = await context.database.read<{ id: string }>(
    `select a.id from account a where ${where}`,
    ofAccounts.values,
  );
  const acted = actedBy(`${parameters.add(accounts.map(({ id }) => id))}::uuid[]`);
  return `((j.command <> 'castBallot' and j.command = any(${others}::text[]))${cast} or ${acted})`;
}

/** SQL: the rows that every word finds, each as an ID or as what it calls. */
export async function told(context: Context, text: string, parameters: Parameters): Promise<string[]> {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 8);
  const byId = words.map((word) => pasted(word, parameters));
  if (!byId.includes(null)) return byId.filter((rows) => rows !== null);
  const commands = await context.database.read<{ command: string }>(everyCommand, []);
  const all = commands.map(({ command }) => command);
  return Promise.all(words.map(async (word, at) => byId[at] ?? called(context, word, all, parameters)));
}
