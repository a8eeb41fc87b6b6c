/** What a person types to sign in: a mail address or a name of letters, digits and a few signs, in lower case. */
export function readLogin(text: string): string | null {
  const written = text.normalize('NFC').trim().toLowerCase();
  return /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{2,253}$/u.test(written) ? written : null;
}
