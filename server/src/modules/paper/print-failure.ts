import { Refusal } from '../../kernel/refusal.ts';
import type { PrintFault } from './rules/print-faults.ts';

/** Ends a run, with the reason for whoever asked for it. */
export class PrintFailure extends Error {
  readonly fault: PrintFault;
  /** Of the run, from 1; null: of none in particular. */
  readonly ballot: number | null;

  constructor(fault: PrintFault, ballot: number | null, cause: unknown) {
    super(`a print run failed: ${fault}`, { cause });
    this.fault = fault;
    this.ballot = ballot;
  }
}

export function printFailure(error: unknown): PrintFailure {
  return error instanceof PrintFailure ? error : new PrintFailure('UNEXPECTED', null, error);
}

/** What the file store says of a file it could not take, or does not have any more. */
export function storeFailure(error: unknown): never {
  const code = error instanceof Refusal ? error.code : (error as NodeJS.ErrnoException).code;
  const faults: Readonly<Record<string, PrintFault>> = {
    ENOSPC: 'NO_SPACE',
    EDQUOT: 'NO_SPACE',
    FILE_TOO_LARGE: 'TOO_LARGE',
    FILE_MISSING: 'PART_LOST',
  };
  throw new PrintFailure(faults[code ?? ''] ?? 'NOT_STORED', null, error);
}
