import type { Clock } from '../kernel/ports.ts';

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that its holder sets: for cases of the law and rehearsals. It never runs by itself. */
export class SetClock implements Clock {
  #now: number;

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  set(moment: number): void {
    if (moment < this.#now) throw new RangeError('time does not go back');
    this.#now = moment;
  }
}
