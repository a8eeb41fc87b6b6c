import sharp from 'sharp';
import { expect, test } from 'vitest';
import { eventually } from '../eventually.ts';
import { encodeId } from '../../src/kernel/global-id.ts';
import { askDatabase, postgresPid, serverPid, startVeche, testHome } from './running-veche.ts';

const demo = { VECHE_DEMO: 'on' };

/** The filling keeps its locks to its end: some dozens when it is half done. Nothing of it is to be seen before. */
const halfDone = `select 1 where (select count(*) from pg_locks where locktype = 'advisory') > 60 or exists (select from assembly)`;

/** A white page in one of the assemblies that this person runs, as far as the built server comes with it. */
async function readBlankPage(address: string, home: string, cookie: string): Promise<readonly object[]> {
  const voting = await askDatabase(home, `select id::text from assembly where state = 'VOTING'`);
  const white = { create: { width: 800, height: 1100, channels: 3, background: '#fff' } } as const;
  const page = await sharp(white).jpeg().toBuffer();
  const document = 'mutation ($input: BeginScanInput!) { beginScan(input: $input) { scan { id } } }';
  const begun = await Promise.all(
    voting.map(async ({ id }, at) => {
      const input = {
        assemblyId: encodeId('Assembly', String(id)),
        fileName: 'white.jpg',
        size: page.length,
        idempotencyKey: `white-page-${String(at)}`,
      };
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ query: document, variables: { input } }),
      });
      return (await response.json()) as { data?: { beginScan?: { scan: { id: string } | null } } };
    }),
  );
  const scan = begun.flatMap(({ data }) => data?.beginScan?.scan ?? [])[0];
  await fetch(`${address}/scans/${scan?.id ?? ''}/chunks`, {
    method: 'POST',
    headers: { 'x-offset': '0', cookie },
    body: new Uint8Array(page),
  });
  return eventually(async () => {
    const pages = await askDatabase(home, 'select fault from scan_page');
    expect(pages).toHaveLength(1);
    return pages;
  });
}

test(
  'a demo broken off by kill -9, of the server and then of both, begins anew and is whole',
  { timeout: 240_000 },
  async () => {
    const home = testHome();
    for (const victims of [[serverPid], [serverPid, postgresPid]]) {
      const broken = startVeche(home, demo);
      await expect
        .poll(async () => askDatabase(home, halfDone).catch(() => []), { timeout: 60_000, interval: 100 })
        .toHaveLength(1);
      for (const victim of victims) process.kill(victim(home), 'SIGKILL');
      expect((await broken.ended).printed).not.toContain('Veche is ready');
    }

    const whole = startVeche(home, demo);
    await whole.ready;
    const [kept] = await askDatabase(
      home,
      `select (select count(*)::int from house) as houses, (select count(*)::int from organisation) as organisations,
            (select count(*)::int from assembly where state = 'VOTING') as voting,
            (select count(*)::int from journal where command = 'foundPlatform') as foundings`,
    );
    expect(kept).toEqual({ houses: 40, organisations: 3, voting: 2, foundings: 1 });
    whole.send('SIGTERM');
    const { printed } = await whole.ended;
    const [, login, password] = /(\bkeeper)\s+(\S{14})\n/.exec(printed) ?? [];

    const again = startVeche(home, demo);
    const address = await again.ready;
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'mutation ($input: SignInInput!) { signIn(input: $input) { signedIn } }',
        variables: { input: { login, password } },
      }),
    });
    expect(await answer.json()).toMatchObject({ data: { signIn: { signedIn: true } } });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await readBlankPage(address, home, cookie)).toEqual([{ fault: 'CODE_NOT_FOUND' }]);
    again.send('SIGTERM');
    expect((await again.ended).printed).not.toMatch(/the demo/);
  },
);
