import { gid, type Attempt } from './attempt.ts';
import type { City } from './city.ts';
import { openDispute } from './dispute.attempts.ts';
import { spareAccount } from './identity.attempts.ts';
import { taken } from './sheet.attempts.ts';

/** The history of a thing, which holds a command or does not. */
function history(objectId: (city: City) => string | Promise<string>, command: string): Attempt {
  return {
    ask: async (city) => ({
      document: 'query ($id: ID!) { history(first: 100, objectId: $id) { nodes { command } } }',
      variables: { id: await objectId(city) },
    }),
    sees: (answer) => answer.at('nodes', 'command').has(command),
  };
}

const owner = (city: City): string => gid('Person', city.persons.owner);

/** An owner in both houses, whose right in the other one was recorded by command. */
async function ownerOfBoth(city: City): Promise<string> {
  const person = await city.world.person(`Двухдомный ${city.number()}`);
  const premisesOf = async (house: string): Promise<string> =>
    city.world.premises(house, String(3000 + city.number()), '10');
  await city.world.owns(person, await premisesOf(city.houses.own));
  await city.made(
    'administrator',
    'recordOwnership',
    {
      premisesId: gid('Premises', await premisesOf(city.houses.other)),
      holderIds: [gid('Person', person)],
      share: '1',
      since: '2020-01-01T00:00:00.000Z',
      title: { kind: 'ЕГРН' },
    },
    'ownership',
  );
  return gid('Person', person);
}

async function ownOrganisation(city: City): Promise<string> {
  const organisationId = gid('Organisation', city.organisations.own);
  const place = { settlement: 'г. Москва', street: 'ул. Исторская', number: String(city.number()) };
  await city.made('administrator', 'createHouse', { ...place, organisationId }, 'house');
  return organisationId;
}

/** A role that was given by command, and to whom. */
async function granted(city: City): Promise<{ readonly roleGrant: string; readonly account: string }> {
  const account = gid('Account', await spareAccount(city));
  const { id } = await city.made<{ id: string }>(
    'administrator',
    'grantRole',
    { accountId: account, role: 'AUDITOR' },
    'roleGrant',
  );
  return { roleGrant: id, account };
}

export const historyAttempts: Readonly<Record<string, Attempt>> = {
  'Query.history:House': history((city) => gid('House', city.houses.own), 'draftAssembly'),
  'Query.history:Premises': history((city) => gid('Premises', city.premises.child), 'correctArea'),
  'Query.history:Person': history(owner, 'registerProxy'),
  'Query.history:Person,elsewhere': history(ownerOfBoth, 'recordOwnership'),
  'Query.history:Person,looks': history(owner, 'revealPerson'),
  'Query.history:Assembly': history((city) => city.assemblies.voting.id, 'announceAssembly'),
  'Query.history:Ballot': history((city) => city.ballots.electronic, 'castBallot'),
  'Query.history:Organisation': history(ownOrganisation, 'createHouse'),
  'Query.history:Proxy': history((city) => city.proxy, 'registerProxy'),
  'Query.history:Dispute': history(openDispute, 'openDispute'),
  'Query.history:PaperSheet': history(taken, 'takeInSheet'),
  'Query.history:Account': history(async (city) => (await granted(city)).account, 'grantRole'),
  'Query.history:RoleGrant': history(async (city) => (await granted(city)).roleGrant, 'grantRole'),
};
