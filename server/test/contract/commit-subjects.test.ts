import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository, temporaryTree } from './temporary-tree.ts';

async function judge(message: string): Promise<{ readonly status: number | null; readonly stderr: string }> {
  await using tree = await temporaryTree({ message });
  return spawnSync('sh', [join(repository, '.githooks/commit-msg'), join(tree.folder, 'message')], {
    encoding: 'utf8',
  });
}

function lastSubjects(count: number): string[] {
  const log = execFileSync('git', ['log', `-${count}`, '--no-merges', '--format=%s'], {
    cwd: repository,
    encoding: 'utf8',
  });
  return log.split('\n').filter((line) => line !== '');
}

describe('a commit says what is now true', () => {
  it.each([
    'feat(voting): a ballot names the roll entry it counts for',
    'fix(registry): shares above one are refused\n\nThey were normalised; the law knows no such thing.',
    '# a comment of git\n\ndocs(readme): the two commands stand first',
    "Merge branch 'main'",
    'Revert "feat(voting): a ballot names the roll entry it counts for"',
  ])('accepts %j', async (message) => {
    expect(await judge(message)).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([
    'Update voting',
    'feat: a ballot names its roll entry',
    'feature(voting): a ballot names its roll entry',
    'feat(Voting): a ballot names its roll entry',
    'feat(voting) a ballot names its roll entry',
    'feat(voting): ',
    'feat(voting): a ballot names its roll entry.',
    `feat(voting): ${'a ballot '.repeat(20)}counts`,
    '',
  ])('refuses %j and teaches with two examples', async (message) => {
    const { status, stderr } = await judge(message);
    expect(status).toBe(1);
    const examples = stderr.split('Two examples:')[1]?.match(/^ {2}[a-z]+\(.*$/gm) ?? [];
    expect(examples).toHaveLength(2);
    for (const example of examples) expect(await judge(example.trim())).toMatchObject({ status: 0 });
  });

  it.skipIf(!existsSync(join(repository, '.git')))('holds for the last fifty commits', async () => {
    const subjects = lastSubjects(50);
    expect(subjects).not.toEqual([]);
    const refused: string[] = [];
    for (const subject of subjects) if ((await judge(subject)).status !== 0) refused.push(subject);
    expect(refused).toEqual([]);
  });
});
