/** A question on the agenda is a point of the law in one of its editions; a change of the law closes a row and adds another (art. 44 p. 2). */

/** S: more than half of those taking part · A50: of all · T23: two thirds of all · U: everybody · X45: art. 45 p. 3 and 46 p. 1.2. */
export type Rule = 'S' | 'A50' | 'T23' | 'U' | 'X45';

export interface AgendaPoint {
  readonly code: string;
  readonly titleRu: string;
  readonly titleEn: string;
  readonly rule: Rule;
  /** The first day in force, 'YYYY-MM-DD', and the first day no longer in force. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  readonly sourceEn: string;
  /** false: the text of this point has not been compared with the official edition yet. */
  readonly wordingVerified: boolean;
  readonly needs: 'NOTHING' | 'ENTRANCE_AND_PREMISES';
  /** Empty where nobody can suggest a wording before the text is verified. */
  readonly suggestedWordingRu: string;
  readonly suggestedWordingEn: string;
}
