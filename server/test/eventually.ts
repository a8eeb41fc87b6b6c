import { vi } from 'vitest';

/**
 * Waits until a check stands, and gives what it gives. The limit only ends what will never come: what comes in a moment
 * here takes its time on a machine that many share.
 */
export async function eventually<Result>(
  check: () => Result | Promise<Result>,
  { timeout = 30_000, interval = 20 }: { readonly timeout?: number; readonly interval?: number } = {},
): Promise<Result> {
  return vi.waitFor(check, { timeout, interval });
}
