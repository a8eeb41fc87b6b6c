/** A moment as Moscow writes it, to the millisecond. */
export function moscow(moment: number): string {
  return new Date(moment + 3 * 3_600_000).toISOString().replace('Z', '+03:00');
}
