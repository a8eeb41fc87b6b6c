/** What somebody reads out from a receipt, or from under the code of a printed ballot. */
export type SpokenCode =
  | { readonly kind: 'RECEIPT'; readonly code: string }
  | { readonly kind: 'PRINTED_NUMBER'; readonly code: string };

/** In groups of four; the letters that a receipt never has are read as the digits they look like. */
export function readSpokenCode(text: string): SpokenCode | null {
  const signs = text.trim().toUpperCase().replaceAll(/[\s-]/g, '');
  const groups = (all: string): string => all.match(/.{4}/g)?.join('-') ?? all;
  const receipt = signs.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (/^[\dA-HJKMNP-TV-Z]{16}$/.test(receipt)) return { kind: 'RECEIPT', code: groups(receipt) };
  return /^[2-9A-HJ-NP-Z]{8}$/.test(signs) ? { kind: 'PRINTED_NUMBER', code: groups(signs) } : null;
}
