/** A moment of an assembly with the article that sets it; a screen shows the list of them as it is (art. 45 p. 5). */
export interface TimelineStep {
  readonly step: 'HANDED_TO_ADMINISTRATOR' | 'NOTICE' | 'OPENS' | 'PAPER_LIMIT' | 'CLOSES' | 'RESULT';
  /** The planned moment; null while nobody has named one. */
  readonly at: number | null;
  /** The last lawful moment of a step that has one. */
  readonly latest: number | null;
  readonly lawRu: string;
  readonly lawEn: string;
  readonly ru: string;
  readonly en: string;
}
