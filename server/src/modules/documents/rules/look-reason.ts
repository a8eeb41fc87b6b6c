/** Whoever looks at personal data says what for (152-ФЗ art. 5). */
export function readReason(written: string): string | null {
  const reason = written
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return reason.length < 5 || reason.length > 300 ? null : reason;
}
