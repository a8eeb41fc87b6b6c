import { between, pickWeighted, type DemoRandom } from './demo-chance.ts';
import { demoFamily, demoName, type DemoName } from './demo-names.ts';

export interface DemoOwner extends DemoName {
  readonly age: number;
}

/** What is owned by whom in one flat; `holders` point into `people`. */
export interface DemoHousehold {
  readonly people: readonly DemoOwner[];
  readonly shares: readonly DemoShare[];
  /** Children among the people, by their place, with the parents who act for them. */
  readonly children: readonly { readonly child: number; readonly parents: readonly number[] }[];
}

export interface DemoShare {
  readonly holders: readonly number[];
  readonly numerator: number;
  readonly denominator: number;
}

type Kind = 'ALONE' | 'JOINT' | 'HALVES' | 'THIRDS' | 'QUARTERS' | 'FAMILY' | 'HALF_UNKNOWN' | 'UNKNOWN';

const likely: Readonly<Record<Kind, number>> = {
  ALONE: 52,
  JOINT: 14,
  HALVES: 14,
  THIRDS: 6,
  QUARTERS: 4,
  FAMILY: 7,
  HALF_UNKNOWN: 2,
  UNKNOWN: 1,
};

const whole = (holders: readonly number[]): DemoShare => ({ holders, numerator: 1, denominator: 1 });
const part = (holder: number, denominator: number, numerator = 1): DemoShare => ({
  holders: [holder],
  numerator,
  denominator,
});

/** Who owns one flat. Of some flats a part of the owners, or none, is known: what they own stays in the total. */
export function demoHousehold(random: DemoRandom): DemoHousehold {
  const alone = (): DemoOwner => ({ ...demoName(random), age: between(random, 24, 84) });
  const family = demoFamily(random);
  const [husband, wife] = [false, true].map((isWoman) => ({
    ...demoName(random, { isWoman, family }),
    age: between(random, 27, 78),
  })) as [DemoOwner, DemoOwner];
  const none = { children: [] };
  switch (pickWeighted(random, likely)) {
    case 'ALONE':
      return { people: [alone()], shares: [whole([0])], ...none };
    case 'JOINT':
      return { people: [husband, wife], shares: [whole([0, 1])], ...none };
    case 'HALVES':
      return { people: [husband, wife], shares: [part(0, 2), part(1, 2)], ...none };
    case 'THIRDS':
      return { people: [husband, wife, alone()], shares: [part(0, 3), part(1, 3), part(2, 3)], ...none };
    case 'QUARTERS':
      return { people: [husband, wife, alone()], shares: [part(0, 2), part(1, 4), part(2, 4)], ...none };
    case 'FAMILY': {
      const child = { ...demoName(random, { family }), age: between(random, 2, 16) };
      const parents = [husband, wife].map((parent) => ({ ...parent, age: between(random, 30, 48) }));
      const shares = [part(0, 3), part(1, 3), part(2, 3)];
      return { people: [...parents, child], shares, children: [{ child: 2, parents: [0, 1] }] };
    }
    case 'HALF_UNKNOWN':
      return { people: [alone()], shares: [part(0, 2)], ...none };
    case 'UNKNOWN':
  }
  return { people: [], shares: [], ...none };
}
