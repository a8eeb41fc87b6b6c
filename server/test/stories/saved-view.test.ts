import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { administratorOf, enrol, type ConsoleOf, type Enrolled } from '../console.ts';
import { startTestApp, type TestApp } from '../harness.ts';

interface View {
  readonly id: string;
  readonly name: string;
  readonly link: string;
  readonly isShared: boolean;
  readonly isMine: boolean;
  readonly ownerName: string | null;
  readonly version: number;
}
const fields = 'savedView { id name link isShared isMine ownerName version }';

describe('a saved view', () => {
  let app: TestApp;
  let administrator: ConsoleOf;
  let auditor: Enrolled;
  let owner: Enrolled;
  beforeAll(async () => {
    app = await startTestApp();
    administrator = await administratorOf(app);
    auditor = await enrol(app, administrator, { roles: [{ role: 'AUDITOR' }] });
    owner = await enrol(app, administrator);
  });
  afterAll(async () => app.stop());

  async function views(by: ConsoleOf, list = 'people'): Promise<readonly View[]> {
    const answer = await by.ask<{ savedViews: { nodes: readonly View[] } }>(
      `query ($list: String!) { savedViews(first: 50, list: $list) {
         nodes { id name link isShared isMine ownerName version } } }`,
      { list },
    );
    return answer.savedViews.nodes;
  }
  const save = async (input: Record<string, unknown>) =>
    administrator.call<{ savedView: View }>('saveView', { list: 'people', link: 'kind=COMPANY', ...input }, fields);

  it('is found again by its owner alone, until it is shared with staff', async () => {
    const { savedView } = await save({ name: ' Только  организации ' });
    expect(savedView).toMatchObject({ name: 'Только организации', link: 'kind=COMPANY', isMine: true, version: 1 });
    expect(await views(administrator)).toEqual([savedView]);
    expect(await views(administrator, 'houses')).toEqual([]);
    expect(await views(auditor.console)).toEqual([]);

    const shared = await administrator.call<{ savedView: View }>(
      'shareView',
      { savedViewId: savedView.id, shared: true, version: 1 },
      fields,
    );
    expect(shared.savedView).toMatchObject({ isShared: true, version: 2 });
    expect(await views(auditor.console)).toEqual([
      { ...shared.savedView, isMine: false, ownerName: savedView.ownerName },
    ]);
    expect(await views(owner.console)).toEqual([]);
  });

  it('stands beside the columns that somebody likes, in every browser and for nobody else', async () => {
    const keep = async (columns: readonly string[] | null, list = 'people') =>
      administrator.call<{ listColumns: readonly object[] }>(
        'keepListColumns',
        { list, columns },
        'listColumns { list columns }',
      );
    expect((await keep(['name', 'kind'])).listColumns).toEqual([{ list: 'people', columns: ['name', 'kind'] }]);
    await keep(['kind', 'name']);
    const query = '{ myListColumns { list columns } }';
    expect(await administrator.ask(query)).toEqual({
      myListColumns: [{ list: 'people', columns: ['kind', 'name'] }],
    });
    expect(await auditor.console.ask(query)).toEqual({ myListColumns: [] });
    expect((await keep(['name', 'name'])).userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect((await keep(null)).listColumns).toEqual([]);
  });

  it('has a name of its own among those of one list', async () => {
    await save({ name: 'Дважды' });
    expect((await save({ name: 'Дважды' })).userErrors).toMatchObject([
      { code: 'DUPLICATE', field: ['input', 'name'] },
    ]);
    expect((await save({ name: 'Дважды', list: 'houses' })).userErrors).toEqual([]);
    expect((await save({ name: ' ' })).userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'name'] }]);
  });

  it('is changed by its owner alone, who has seen it as it is', async () => {
    const { savedView } = await save({ name: 'Старое имя' });
    const rename = async (by: ConsoleOf, version: number, name = 'Новое имя') =>
      by.call<{ savedView: View }>('renameView', { savedViewId: savedView.id, name, version }, fields);
    expect((await rename(auditor.console, 1)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await rename(administrator, 1)).savedView).toMatchObject({ name: 'Новое имя', version: 2 });
    expect((await rename(administrator, 1, 'Третье')).userErrors).toMatchObject([{ code: 'STALE_VERSION' }]);
  });

  it('is gone once it was deleted, and the journal keeps what happened', async () => {
    const { savedView } = await save({ name: 'Лишний' });
    const gone = await administrator.call('deleteView', { savedViewId: savedView.id }, 'savedViewId');
    expect(gone).toMatchObject({ savedViewId: savedView.id, userErrors: [] });
    expect((await views(administrator)).map(({ name }) => name)).not.toContain('Лишний');
    const again = await administrator.call('deleteView', { savedViewId: savedView.id }, 'savedViewId');
    expect(again.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const { journal } = await administrator.ask<{
      journal: { nodes: { command: string; by: string; ids: { role: string; name: string | null }[] }[] };
    }>(`query ($id: ID!) { journal(first: 5, filter: { objectId: $id }) { nodes { command by ids { role name } } } }`, {
      id: savedView.id,
    });
    expect(journal.nodes.map(({ command }) => command)).toEqual(['deleteView', 'saveView']);
    expect(journal.nodes[0]?.by).toBe(savedView.ownerName);
  });
});

describe('a rehearsal', () => {
  let app: TestApp;
  let administrator: ConsoleOf;
  beforeAll(async () => {
    app = await startTestApp();
    administrator = await administratorOf(app);
  });
  afterAll(async () => app.stop());

  it('of revoking a role says what would be refused and changes nothing', async () => {
    const auditor = await enrol(app, administrator, { roles: [{ role: 'AUDITOR' }] });
    const { roleGrants } = await administrator.ask<{
      roleGrants: { nodes: { id: string; role: string; placeName: string | null; account: { login: string } }[] };
    }>('{ roleGrants(first: 10) { nodes { id role placeName account { login } } } }');
    const grantOf = (role: string) => roleGrants.nodes.find((one) => one.role === role);
    expect(grantOf('AUDITOR')).toMatchObject({ placeName: null, account: { login: auditor.login } });
    const revoke = async (role: string, rehearse: boolean) =>
      administrator.call<{ roleGrant: { isInForce: boolean } | null }>(
        'revokeRole',
        { roleGrantId: grantOf(role)?.id, rehearse },
        'roleGrant { isInForce }',
      );
    expect((await revoke('PLATFORM_ADMINISTRATOR', true)).userErrors).toMatchObject([{ code: 'LAST_ADMINISTRATOR' }]);
    expect(await revoke('AUDITOR', true)).toEqual({ roleGrant: { isInForce: true }, userErrors: [] });
    expect(await revoke('AUDITOR', false)).toEqual({ roleGrant: { isInForce: false }, userErrors: [] });
    const { journal } = await administrator.ask<{ journal: { totalCount: number } }>(
      '{ journal(first: 1, filter: { command: "revokeRole" }) { totalCount } }',
    );
    expect(journal.totalCount).toBe(1);
  });
});
