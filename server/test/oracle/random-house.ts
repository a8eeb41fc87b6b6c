import type {
  ScenarioHouse,
  ScenarioOwner,
  ScenarioOwnership,
  ScenarioPremises,
} from '../../scripts/scenarios/scenario.ts';
import type { Chance } from './chance.ts';

/** Shares of one premises; what is missing to one has no known owner. */
const divisions = [
  ['1'],
  ['1'],
  ['1'],
  ['1/2', '1/2'],
  ['1/3', '2/3'],
  ['1/3', '1/3', '1/3'],
  ['1/3', '1/3'],
  ['1/7', '2/7', '4/7'],
  ['1/4', '1/4', '1/4', '1/4'],
  ['1/1000', '999/1000'],
  ['17/60'],
  [],
];

/** A small house in which borders are easily met: often all premises are alike. */
export function randomHouse(chance: Chance, moments: readonly string[]): ScenarioHouse {
  const premises = randomPremises(chance);
  const owners = randomOwners(chance);
  const ownerships = premises.flatMap(({ number }) => randomOwnerships(chance, number, owners, moments));
  const [first] = owners;
  // Nobody at all is no register to hold an assembly on.
  if (ownerships.length === 0 && first) {
    ownerships.push({ owners: [first.key], premises: '1', share: '1', since: null });
  }
  return { address: 'Random street 1', premises, owners, ownerships };
}

function randomPremises(chance: Chance): ScenarioPremises[] {
  const alike = chance.is(0.5) ? chance.of(['50.00', '60', '33.33', '0.90']) : null;
  const entrances = chance.of([[null], [1], [1, 2], [1, 2], [1, 2, 3], [1, 2, null], [1, null]]);
  return Array.from({ length: chance.whole(3, 9) }, (_premises, at) => ({
    number: String(at + 1),
    kind: chance.of(['FLAT', 'FLAT', 'FLAT', 'NON_RESIDENTIAL', 'PARKING', 'STOREROOM'] as const),
    area: alike ?? `${String(chance.whole(0, 120))}.${String(chance.whole(1, 99)).padStart(2, '0')}`,
    entrance: chance.of(entrances),
  }));
}

function randomOwners(chance: Chance): ScenarioOwner[] {
  const adults = Array.from({ length: chance.whole(4, 7) }, (_owner, at) => `adult-${String(at + 1)}`);
  const bodies = chance.some(['company', 'city'], 0, 2);
  const children = Array.from({ length: chance.whole(0, 2) }, (_owner, at) => `child-${String(at + 1)}`);
  const plain = { minor: false, born: null, representedBy: [] };
  return [
    ...adults.map((key): ScenarioOwner => ({ key, kind: 'PERSON', ...plain })),
    ...bodies.map((key): ScenarioOwner => ({ key, kind: key === 'city' ? 'PUBLIC' : 'COMPANY', ...plain })),
    ...children.map((key): ScenarioOwner => ({
      key,
      kind: 'PERSON',
      minor: true,
      born: null,
      representedBy: chance.some(adults, 0, 2),
    })),
  ];
}

function randomOwnerships(
  chance: Chance,
  premises: string,
  owners: readonly ScenarioOwner[],
  moments: readonly string[],
): ScenarioOwnership[] {
  const persons = owners.filter(({ kind }) => kind === 'PERSON');
  return chance.of(divisions).map((share) => {
    const holders = chance.is(0.15) ? chance.some(persons, 2, 3) : [chance.of(owners)];
    const since = chance.is(0.06) ? chance.of(moments) : null;
    return { owners: holders.map(({ key }) => key), premises, share, since };
  });
}
