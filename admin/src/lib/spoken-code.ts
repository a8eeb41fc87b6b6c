/** Whether this may be the receipt of a ballot, or the number printed on its paper: groups of four signs that the server can tell apart. */
export function isSpokenCode(text: string): boolean {
  const signs = text.replaceAll(/[\s-]/g, '');
  // Eight letters alone are rather a word, unless they come in groups.
  return /^([\dA-Za-z]{8}){1,2}$/.test(signs) && (/\d/.test(signs) || /^[A-Za-z]{4}-/.test(text.trim()));
}
