import { Refusal } from './refusal.ts';

/** An idempotency key is 8–100 printable characters. */
export function requireKey(key: string): void {
  if (!/^[\x21-\x7e]{8,100}$/.test(key)) {
    throw new Refusal('INVALID_INPUT', { what: 'idempotencyKey', minimum: 8, maximum: 100 }, [
      'input',
      'idempotencyKey',
    ]);
  }
}
