/** What is going on, for whoever waits; the figures go to standard output. */
export function progress(sentence: string): void {
  process.stderr.write(`… ${sentence}\n`);
}
