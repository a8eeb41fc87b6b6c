const longest = 2000;

/** Trimmed, in one normal form, without control characters but the end of a line; null: empty or longer than 2000 characters. */
export function readMessageText(written: string): string | null {
  const text = written
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    // Format characters too: an override of direction would make a message read otherwise than it was written.
    .replaceAll(/(?![\n\u200d])[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  const length = [...text].length;
  return length >= 1 && length <= longest ? text : null;
}
