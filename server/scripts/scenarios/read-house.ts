import type { ScenarioHouse, ScenarioOwner, ScenarioOwnership, ScenarioPremises } from './scenario.ts';
import type { Written } from './written-value.ts';

export function readHouse(house: Written): ScenarioHouse {
  const address = house.field('address').text();
  const premises = house.field('premises').list().map(readPremises);
  const keys = new Set(
    house
      .field('owners')
      .list()
      .map((owner) => owner.field('key').text()),
  );
  const owners = house
    .field('owners')
    .list()
    .map((owner) => readOwner(owner, keys));
  const numbers = new Set(premises.map(({ number }) => number));
  if (numbers.size !== premises.length) throw house.field('premises').wrong('a number stands twice');
  if (keys.size !== owners.length) throw house.field('owners').wrong('a key stands twice');
  const ownerships = house
    .field('ownerships')
    .list()
    .map((ownership) => readOwnership(ownership, keys, numbers));
  house.allFieldsRead();
  return { address, premises, owners, ownerships };
}

function readPremises(premises: Written): ScenarioPremises {
  const read: ScenarioPremises = {
    number: premises.field('number').text(),
    kind: premises.field('kind').oneOf(['FLAT', 'NON_RESIDENTIAL', 'PARKING', 'STOREROOM']),
    area: premises.field('area').amount(),
    entrance: premises.field('entrance').optional((entrance) => entrance.whole()),
  };
  premises.allFieldsRead();
  return read;
}

function readOwner(owner: Written, keys: ReadonlySet<string>): ScenarioOwner {
  const read: ScenarioOwner = {
    key: owner.field('key').text(),
    kind: owner.field('kind').oneOf(['PERSON', 'COMPANY', 'PUBLIC']),
    minor: owner.field('minor').optional((minor) => minor.flag()) ?? false,
    born: owner.field('born').optional((born) => born.day()),
    representedBy:
      owner.field('representedBy').optional((parents) => parents.list().map((parent) => parent.among(keys))) ?? [],
  };
  owner.allFieldsRead();
  return read;
}

function readOwnership(ownership: Written, keys: ReadonlySet<string>, numbers: ReadonlySet<string>): ScenarioOwnership {
  const read: ScenarioOwnership = {
    owners: ownership
      .field('owner')
      .oneOrMore()
      .map((owner) => owner.among(keys)),
    premises: ownership.field('premises').among(numbers),
    share: ownership.field('share').amount(),
    since: ownership.field('since').optional((since) => since.momentOrDay()),
  };
  ownership.allFieldsRead();
  return read;
}
