/** One of the things that a search offers. */
export interface Pickable {
  readonly id: string;
  readonly label: string;
  readonly under?: string | null;
}
