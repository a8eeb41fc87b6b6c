/** Veche cannot start, and the person who started it can do something about it: printed as it is, without a stack. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}
