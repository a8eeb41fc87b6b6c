import { decodeId } from '../../../src/kernel/global-id.ts';
import { newId } from '../../../src/kernel/new-id.ts';
import { byId, gid, list, mutation, type Attempt } from './attempt.ts';
import type { City } from './city.ts';
import { draftOf, proxyOf, type Assembly } from './city-assemblies.ts';
import type { Who } from './viewers.ts';

const voting = (city: City): string => city.assemblies.voting.id;

/** A draft that nothing else depends on, lawful to announce today. */
async function spareDraft(city: City): Promise<Assembly> {
  const input = draftOf(city.houses.own, city.persons, `Запасное ${city.number()}`, city.app.clock.now(), 40, 60);
  return city.made<Assembly>('keeper', 'draftAssembly', input, 'assembly', 'id version agenda { id }');
}

async function spareAnnounced(city: City): Promise<string> {
  const { id, version } = await spareDraft(city);
  await city.made('keeper', 'announceAssembly', { assemblyId: id, version }, 'assembly');
  return id;
}

/** A file that whoever asks has uploaded themselves, so that only the right over the assembly is judged. */
async function fileOf(city: City, who: Who): Promise<string> {
  const id = newId();
  const uploader = who === 'anonymous' || who === 'token' ? city.accounts.administrator : city.accounts[who];
  await city.world.sql.query(
    `insert into stored_file (id, sha256, file_name, media_type, size, uploaded_by, uploaded_at) values ($1,'0','plan.pdf','application/pdf',1,$2,now())`,
    [id, uploader],
  );
  return gid('StoredFile', id);
}

/** A part of an assembly that holds something, or does not. */
function ofAssembly(
  name: keyof City['assemblies'],
  selection: string,
  path: readonly string[],
  lacking: Attempt['lacking'] = ['assemblies:read'],
): Attempt {
  return byId(
    'assembly',
    (city) => city.assemblies[name].id,
    selection,
    (answer) => answer.at(...path).isThere,
    { lacking },
  );
}

const officer = (field: string): Attempt => ofAssembly('voting', `${field} { displayName }`, [field, 'displayName']);

function ofProxy(selection: string, path: readonly string[], lacking: Attempt['lacking']): Attempt {
  return {
    root: 'proxies',
    lacking: lacking ?? [],
    ask: () => ({ document: `{ proxies(last: 1) { nodes { ${selection} } } }` }),
    sees: (answer) => answer.at('nodes', ...path).isThere,
  };
}

export const assemblyAttempts: Readonly<Record<string, Attempt>> = {
  'Query.assemblies': list('assemblies', voting),
  'Query.assembly': byId('assembly', voting),
  'Query.assembly:draft': byId('assembly', (city) => city.assemblies.draft.id),
  'Query.agendaLibrary': { ask: () => ({ document: '{ agendaLibrary { code } }' }) },
  'Query.examineWording': { ask: () => ({ document: '{ examineWording(wording: "Разное") { kind } }' }) },
  'Query.lawfulTimeline': {
    ask: () => ({
      document: '{ lawfulTimeline(input: { form: SYSTEM, initiatorIsAdministrator: true }) { earliestOpening } }',
    }),
  },
  'Query.proxies': list('proxies', (city) => city.proxy),
  'Mutation.draftAssembly': mutation('draftAssembly', (city) =>
    draftOf(city.houses.own, city.persons, 'Новое', city.app.clock.now(), 40, 60),
  ),
  'Mutation.amendAssembly': mutation('amendAssembly', async (city) => {
    const { id, version } = await spareDraft(city);
    return { assemblyId: id, version, title: 'Другое' };
  }),
  'Mutation.attachMaterial': mutation('attachMaterial', async (city, who) => ({
    assemblyId: city.assemblies.draft.id,
    fileId: await fileOf(city, who),
    title: 'Смета',
  })),
  'Mutation.detachMaterial': mutation('detachMaterial', async (city) => {
    const [materialId, fileId] = [newId(), newId()];
    const assemblyId = city.assemblies.draft.id;
    await city.world.sql.query(
      `insert into material (id, assembly_id, file_id, title, attached_at) values ($1,$2,$3,'Лишнее',now())`,
      [materialId, decodeId('Assembly', assemblyId), fileId],
    );
    return { assemblyId, materialId: gid('Material', materialId) };
  }),
  'Mutation.announceAssembly': mutation('announceAssembly', async (city) => {
    const { id, version } = await spareDraft(city);
    return { assemblyId: id, version };
  }),
  'Mutation.cancelAssembly': mutation('cancelAssembly', async (city) => ({
    assemblyId: await spareAnnounced(city),
    reason: 'проверка прав',
  })),
  'Mutation.abortVoting': mutation(
    'abortVoting',
    (city) => ({ assemblyId: city.assemblies.abortable.id, reason: 'проверка прав' }),
    { inputType: 'CancelAssemblyInput' },
  ),
  'Mutation.registerProxy': mutation('registerProxy', (city) =>
    proxyOf(city.houses.own, city.persons, city.app.clock.now()),
  ),
  'Mutation.revokeProxy': mutation('revokeProxy', async (city) => {
    const input = proxyOf(city.houses.own, city.persons, city.app.clock.now());
    return { proxyId: (await city.made('keeper', 'registerProxy', input, 'proxy')).id };
  }),

  'Assembly.initiatorPerson': officer('initiatorPerson'),
  'Assembly.administratorPerson': officer('administratorPerson'),
  'Assembly.chair': officer('chair'),
  'Assembly.secretary': officer('secretary'),
  'Assembly.tellers': officer('tellers'),
  'Assembly.turnout': ofAssembly('voting', 'turnout { ballots }', ['turnout']),
  'Assembly.turnoutCurve': ofAssembly('voting', 'turnoutCurve { points { at } }', ['turnoutCurve']),
  'Assembly.turnoutByEntrance': ofAssembly('voting', 'turnoutByEntrance { premises }', ['turnoutByEntrance']),
  'Assembly.notice': ofAssembly('voting', 'notice { title }', ['notice', 'title']),
  'Assembly.tally': ofAssembly('voting', 'tally { ballots }', ['tally']),
  'Assembly.result': ofAssembly('closed', 'result { countedAt }', ['result']),
  'Assembly.roll': ofAssembly('voting', 'roll(first: 100) { nodes { id } }', ['roll', 'nodes']),
  'Assembly.rollChanges': ofAssembly('voting', 'rollChanges(first: 5) { nodes { kind } }', ['rollChanges']),
  'RollEntry.owners': ofAssembly(
    'voting',
    'roll(first: 100) { nodes { owners { displayName } } }',
    ['roll', 'nodes', 'owners', 'displayName'],
    ['people:read'],
  ),
  'Proxy.documentNumber': ofProxy('documentNumber', ['documentNumber'], ['assemblies:read']),
  'Proxy.owner': ofProxy('owner { displayName }', ['owner', 'displayName'], ['people:read']),
  'Proxy.holder': ofProxy('holder { displayName }', ['holder', 'displayName'], ['people:read']),
};
