export type Answer = 'FOR' | 'AGAINST' | 'ABSTAIN';

/** What was seen in one box; the ink is the part of its inside that is covered. */
export interface BoxReading {
  readonly item: number;
  readonly answer: Answer;
  readonly verdict: 'MARKED' | 'EMPTY' | 'DOUBTFUL';
  readonly ink: number;
}
