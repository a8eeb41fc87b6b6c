import { Refusal } from '../../kernel/refusal.ts';

const most = 5000;

/** What somebody has to write: neither nothing nor a book. */
export function requireText(text: string, what: string): string {
  const written = text.trim();
  if (written === '' || written.length > most)
    throw new Refusal('INVALID_INPUT', { what, maximum: most }, ['input', what]);
  return written;
}
