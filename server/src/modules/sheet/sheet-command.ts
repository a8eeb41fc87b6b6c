import { requireKey } from '../../kernel/require-key.ts';
import type { CommandName, JournalIds } from '../../kernel/transaction.ts';

export interface SheetAnswer {
  readonly sheetId: string;
}

/** A command on sheets that may be sent twice: the repeat answers with the same sheet. */
export function repeatable(command: string, input: { readonly idempotencyKey: string }): CommandName<SheetAnswer> {
  const { idempotencyKey: key, ...rest } = input;
  requireKey(key);
  return {
    command,
    idempotency: { key, input: rest, replay: async (ids: JournalIds) => ({ sheetId: String(ids['sheet']) }) },
  };
}
