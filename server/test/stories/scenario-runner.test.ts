import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, it } from 'vitest';

const server = join(import.meta.dirname, '../..');
const honest = readFileSync(join(server, 'test/scenarios/dispute-upheld.json'), 'utf8');
const folders: string[] = [];

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'veche-scenarios-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function run(...words: string[]): Promise<{ code: number | null; lines: string[]; complaints: string }> {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', 'scripts/scenarios.ts', ...words], {
    cwd: server,
    env: { ...process.env, INIT_CWD: server, TEST_DATABASE_URL: inject('postgres').superuserUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [printed, complaints] = ['', ''];
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  child.stderr.on('data', (chunk) => (complaints += String(chunk)));
  await once(child, 'close');
  return { code: child.exitCode, lines: printed.trimEnd().split('\n'), complaints };
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('npm run scenarios', () => {
  it('passes what holds, names every difference of what does not, and says why a file cannot be played', async () => {
    const falsified = honest
      .replace('"expect": "REJECTED_ALREADY_VOTED"', '"expect": "COUNTED"')
      .replace('"participating": "80"', '"participating": "80.000001"');
    const unlawful = honest.replaceAll('"2026-05-15T10:00:00+03:00"', '"2026-05-14T09:59:59+03:00"');
    const { code, lines } = await run(
      folderWith({ 'honest.json': honest, 'falsified.json': falsified, 'notes.txt': 'no scenario' }),
      folderWith({ 'broken.json': '{', 'unlawful.json': unlawful }),
    );
    expect(lines.at(-1)).toBe('1 passed, 3 failed');
    expect(code).toBe(1);
    expect(lines.filter((line) => line.startsWith('ok'))).toEqual([expect.stringContaining('honest.json')]);
    const failed = lines.findIndex((line) => line.startsWith('FAILED'));
    expect(lines[failed]).toContain('falsified.json');
    expect(lines.slice(failed + 1, failed + 3)).toEqual([
      '        events[1].expect (PAPER, 2026-05-16T13:00:00+03:00): expected COUNTED, got REJECTED_ALREADY_VOTED',
      '        expected.participating: expected 80.000001, got 80',
    ]);
    expect(lines.join('\n')).toContain('it is no scenario: this is no JSON');
    expect(lines.join('\n')).toContain('it could not be played: announceAssembly was refused: NOTICE_TOO_LATE');
  });

  it('ends well when everything in all folders holds', async () => {
    const { code, lines } = await run(folderWith({ 'one.json': honest }), folderWith({ 'two.json': honest }));
    expect(lines.at(-1)).toBe('2 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('fails when there is nothing to play, and when no folder is named', async () => {
    const nothing = await run(folderWith({}));
    expect(nothing.lines.at(-1)).toBe('0 passed, 0 failed');
    expect(nothing.code).not.toBe(0);
    expect((await run()).code).not.toBe(0);
    const nowhere = await run('/nowhere/at/all');
    expect(nowhere.lines.at(-1)).toBe('0 passed, 1 failed');
    expect(nowhere.code).not.toBe(0);
  });
});
