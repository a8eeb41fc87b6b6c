import type { TestApp } from '../../harness.ts';
import { gid } from '../../world.ts';
import type { CityPeople } from './city-people.ts';
import type { Person } from './viewers.ts';

export const assemblyNames = ['draft', 'announced', 'voting', 'castable', 'abortable', 'closed'] as const;
export type AssemblyName = (typeof assemblyNames)[number];
export interface Assembly {
  readonly id: string;
  readonly version: number;
  readonly agenda: readonly { readonly id: string }[];
}

export interface CityAssemblies {
  readonly assemblies: Readonly<Record<AssemblyName, Assembly>>;
  readonly ballots: { readonly electronic: string; readonly paper: string; readonly closed: string };
  readonly proxy: string;
}

/** A mutation by somebody who may; its object under `field`. */
export type Make = <Made = { id: string }>(
  by: Person,
  mutation: string,
  input: Record<string, unknown>,
  field: string,
  selection?: string,
) => Promise<Made>;

const day = 86_400_000;

/** Assemblies in every state, with ballots; the clock stands after the end of the closed one. */
export async function holdAssemblies(
  app: TestApp,
  { houses, persons }: CityPeople,
  premises: { readonly owner: string; readonly neighbour: string; readonly child: string },
  made: Make,
): Promise<CityAssemblies> {
  const start = app.clock.now();
  const announcedBy = async (name: AssemblyName, opens: number, closes: number): Promise<Assembly> => {
    const drafted = await made<Assembly>(
      'keeper',
      'draftAssembly',
      draftOf(houses.own, persons, name, start, opens, closes),
      'assembly',
      'id version agenda { id }',
    );
    if (name === 'draft') return drafted;
    return made<Assembly>(
      'keeper',
      'announceAssembly',
      { assemblyId: drafted.id, version: drafted.version },
      'assembly',
      'id version agenda { id }',
    );
  };
  const assemblies = {
    draft: await announcedBy('draft', 60, 80),
    announced: await announcedBy('announced', 60, 80),
    voting: await announcedBy('voting', 15, 60),
    castable: await announcedBy('castable', 15, 60),
    abortable: await announcedBy('abortable', 15, 60),
    closed: await announcedBy('closed', 15, 25),
  };
  const proxy = await made<{ id: string }>('keeper', 'registerProxy', proxyOf(houses.own, persons, start), 'proxy');

  app.clock.set(start + 16 * day);
  await app.clockwork.tick();
  const cast = async (name: AssemblyName): Promise<string> => {
    const submission = await made<{ ballots: { id: string }[] }>(
      'owner',
      'castBallot',
      {
        assemblyId: assemblies[name].id,
        premisesIds: [gid.premises(premises.owner)],
        votes: assemblies[name].agenda.map(({ id }) => ({ agendaItemId: id, answer: 'FOR' })),
        idempotencyKey: `city-cast-${name}`,
      },
      'submission',
      'ballots { id }',
    );
    return submission.ballots[0]?.id ?? '';
  };
  const electronic = await cast('voting');
  const closed = await cast('closed');
  const paper = await made<{ ballots: { id: string }[] }>(
    'keeper',
    'enterPaperBallot',
    {
      assemblyId: assemblies.voting.id,
      ownerId: gid.person(persons.neighbour),
      premisesId: gid.premises(premises.neighbour),
      handedOverAt: new Date(app.clock.now()).toISOString(),
      votes: assemblies.voting.agenda.map(({ id }) => ({ agendaItemId: id, marks: ['AGAINST'] })),
      idempotencyKey: 'city-paper',
    },
    'submission',
    'ballots { id }',
  );
  await made(
    'keeper',
    'correctArea',
    { premisesId: gid.premises(premises.child), area: '41', document: 'план' },
    'premises',
  );
  app.clock.set(start + 26 * day);
  await app.clockwork.tick();
  return { assemblies, proxy: proxy.id, ballots: { electronic, closed, paper: paper.ballots[0]?.id ?? '' } };
}

/** A lawful draft of the own house; moments are days from `start`. */
export function draftOf(
  house: string,
  persons: CityPeople['persons'],
  title: string,
  start: number,
  opens: number,
  closes: number,
): Record<string, unknown> {
  const at = (days: number) => new Date(start + days * day).toISOString();
  return {
    houseId: gid.house(house),
    form: 'SYSTEM',
    fourEyes: title === 'announced',
    title,
    initiatorPersonId: gid.person(persons.owner),
    administratorPersonId: gid.person(persons.keeper),
    chairId: gid.person(persons.neighbour),
    secretaryId: gid.person(persons.owner),
    tellerIds: [gid.person(persons.teller)],
    handedToAdministratorAt: at(0),
    opensAt: at(opens),
    closesAt: at(closes),
    agenda: [{ code: '4.1', wording: 'Утвердить текущий ремонт кровли' }],
  };
}

export function proxyOf(house: string, persons: CityPeople['persons'], start: number): Record<string, unknown> {
  return {
    houseId: gid.house(house),
    ownerId: gid.person(persons.owner),
    holderId: gid.person(persons.proxyHolder),
    documentKind: 'доверенность',
    documentNumber: '77 АБ 1234567',
    validFrom: new Date(start).toISOString(),
    validUntil: new Date(start + 300 * day).toISOString(),
  };
}
