/** What was noticed in the wording of an agenda item, with the words it was noticed by. */
export interface WordingFinding {
  readonly kind: 'EMPTY' | 'TOO_LONG' | 'VAGUE' | 'SEVERAL_QUESTIONS' | 'NEGATION' | 'MATERIAL_MISSING';
  readonly fragment: string;
  readonly severity: 'BLOCK' | 'WARN';
}
