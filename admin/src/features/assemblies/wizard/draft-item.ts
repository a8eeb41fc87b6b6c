/** Somebody or something that was found and taken. */
export interface Picked {
  readonly id: string;
  readonly label: string;
}

/** Whoever convenes or runs an assembly: somebody, or an organisation. */
export interface Party extends Picked {
  readonly kind: 'PERSON' | 'ORGANISATION';
}

export interface DraftItem {
  /** Only for the page: which row is which while they change places. */
  readonly key: string;
  code: string;
  wording: string;
  proposal: string;
  entrance: string;
  premises: Picked | null;
}

const newKey = (): string => Math.random().toString(36).slice(2);

export const emptyItem = (code = '', wording = ''): DraftItem => ({
  key: newKey(),
  code,
  wording,
  proposal: '',
  entrance: '',
  premises: null,
});
