import { newId } from '../../../src/kernel/new-id.ts';
import { gid, mutation, type Attempt } from './attempt.ts';
import type { City } from './city.ts';

/** A view of the owner's own, by its uuid. */
async function ownersView(city: City, shared = false): Promise<{ id: string; list: string }> {
  const id = newId();
  const list = `list-${id.slice(0, 8).replaceAll(/\d/g, 'x')}`;
  await city.world.sql.query(
    `insert into saved_view (id, account_id, list_name, view_name, link, shared, created_at)
     values ($1,$2,$3,'of owner','',$4,now())`,
    [id, city.accounts.owner, list, shared],
  );
  return { id, list };
}

const listed = (shared: boolean): Attempt => ({
  root: 'savedViews',
  lacking: ['profile'],
  ask: async (city) => {
    const { list } = await ownersView(city, shared);
    return { document: `{ savedViews(first: 100, list: "${list}") { nodes { name } } }` };
  },
  sees: (answer) => answer.at('nodes', 'name').has('of owner'),
});

const savedViewId = async (city: City): Promise<string> => gid('SavedView', (await ownersView(city)).id);

/** Only the owner of a view changes it; to share, a role is needed as well. */
export const savedViewAttempts: Readonly<Record<string, Attempt>> = {
  'Query.myListColumns': {
    ask: async (city) => {
      await city.world.sql.query(
        `insert into list_columns (id, account_id, list_name, columns) values ($1,$2,$3,'{a}')
           on conflict (account_id, list_name) do nothing`,
        [newId(), city.accounts.owner, 'of-owner'],
      );
      return { document: '{ myListColumns { list } }' };
    },
    sees: (answer) => answer.at('list').has('of-owner'),
  },
  'Mutation.keepListColumns': mutation('keepListColumns', () => ({ list: 'houses', columns: ['address'] })),
  'Query.savedViews': { ...listed(false) },
  'Query.savedViews:shared': listed(true),
  'Query.node:SavedView': {
    lacking: ['profile'],
    ask: async (city) => ({
      document: 'query ($id: ID!) { node(id: $id) { id ... on SavedView { name } } }',
      variables: { id: await savedViewId(city) },
    }),
  },
  'Mutation.saveView': mutation('saveView', () => ({ list: 'houses', name: `View ${newId()}`, link: '' })),
  'Mutation.saveView:shared': {
    ...mutation('saveView', () => ({ list: 'houses', name: `View ${newId()}`, link: '', shared: true })),
    root: 'saveView',
    lacking: ['profile'],
  },
  'Mutation.renameView': mutation('renameView', async (city) => ({
    savedViewId: await savedViewId(city),
    name: `View ${newId()}`,
    version: 1,
  })),
  'Mutation.shareView': mutation('shareView', async (city) => ({
    savedViewId: await savedViewId(city),
    shared: false,
    version: 1,
  })),
  'Mutation.deleteView': mutation('deleteView', async (city) => ({ savedViewId: await savedViewId(city) })),
};
