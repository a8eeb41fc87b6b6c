/** Where a machine finds things on one page of a ballot: all in mm from the top left of an A4 page. */
export interface PageLayout {
  readonly widthMm: number;
  readonly heightMm: number;
  /** centres of the four solid squares: top left, top right, bottom right, bottom left */
  readonly corners: readonly { readonly x: number; readonly y: number }[];
  readonly cornerMm: number;
  readonly qr: { readonly x: number; readonly y: number; readonly sizeMm: number };
  readonly boxes: readonly {
    readonly item: number;
    readonly answer: 'FOR' | 'AGAINST' | 'ABSTAIN';
    /** top left corner */
    readonly x: number;
    readonly y: number;
    readonly sizeMm: number;
  }[];
}
