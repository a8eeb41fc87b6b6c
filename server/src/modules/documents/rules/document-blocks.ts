/** A paper of the law is headings, fields, paragraphs, tables and lines to sign, in this order and no other. */

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fields'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | {
      readonly kind: 'table';
      readonly name: string;
      /** Widths as Typst reads them: "20mm", "1fr". */
      readonly columns: readonly string[];
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'signing'; readonly roles: readonly string[] };

export interface DocumentWording {
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  /** Beside the page number. */
  readonly footer: string;
  readonly landscape: boolean;
  readonly blocks: readonly DocumentBlock[];
}

/** A number stays on one line with its sign. */
export const kept = (text: string): string => text.replaceAll(' %', '\u00a0%').replaceAll('№ ', '№\u00a0');

export const heading = (text: string): DocumentBlock => ({ kind: 'heading', text: kept(text) });
export const paragraph = (text: string): DocumentBlock => ({ kind: 'text', text: kept(text) });

/** Fields that nothing is known of are left out: an empty line would look like something hidden. */
export function fields(...rows: readonly (readonly [string, string | null])[]): DocumentBlock {
  return {
    kind: 'fields',
    rows: rows.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, kept(value)] as const])),
  };
}
