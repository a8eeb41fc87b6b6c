import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from './temporary-tree.ts';

const read = (file: string): string => readFileSync(join(repository, file), 'utf8');

const documents = globSync(['*.md', 'docs/**/*.md', 'server/src/modules/*/README.md'], { cwd: repository });

describe('the documents', () => {
  it.each(documents)('%s links only to what exists', (file) => {
    const links = [...read(file).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1] ?? '');
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !existsSync(join(repository, dirname(file), link)))).toEqual([]);
  });

  it.each(['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md'])(
    '%s names only commands that package.json has',
    (file) => {
      const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
      const named = [...read(file).matchAll(/npm run ([a-z]+)|npm (start|test)\b/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      );
      expect(named.filter((name) => !(name in scripts))).toEqual([]);
    },
  );

  it('tell of every decision its situation, choice and price, and number them without gaps', () => {
    const decisions = globSync('docs/decisions/*.md', { cwd: repository }).toSorted();
    expect(decisions.length).toBeGreaterThan(0);
    decisions.forEach((file, at) => {
      const number = String(at + 1).padStart(4, '0');
      expect(file).toMatch(new RegExp(`/${number}-[a-z0-9-]+\\.md$`));
      const text = read(file);
      expect(text.startsWith(`# ${number} `), file).toBe(true);
      for (const part of ['**Situation.**', '**Choice', '**Price.**']) expect(text, file).toContain(part);
    });
  });
});
