import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lawfulHouse } from './lawful-house.ts';
import { runTool } from './run-tool.ts';
import { repository, temporaryTree } from './temporary-tree.ts';
import { wallBreaches } from './wall-breaches.ts';

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

async function report(files: Readonly<Record<string, string>>): Promise<Violation[]> {
  await using tree = await temporaryTree(files, {
    'server/node_modules/@veche/shared': 'shared',
    'admin/node_modules/@veche/shared': 'shared',
  });
  const { stdout, stderr } = await runTool(
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    ['--config', join(repository, '.dependency-cruiser.mjs'), '--output-type', 'json', 'server', 'admin', 'shared'],
    tree.folder,
  );
  if (stdout === '') throw new Error(stderr);
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('the walls', () => {
  let violations: Violation[] = [];
  const breachedFiles = Object.assign({}, ...wallBreaches.map(([, files]) => files)) as Record<string, string>;

  beforeAll(async () => {
    violations = await report({ ...lawfulHouse, ...breachedFiles });
  });

  it.each(wallBreaches)('%s reports the file that goes through it', (wall, files) => {
    const [offender] = Object.keys(files);
    const walls = violations.filter((violation) => violation.from === offender).map((violation) => violation.rule.name);
    expect(walls).toContain(wall);
  });

  it('lets a lawful house stand', async () => {
    expect(await report(lawfulHouse)).toEqual([]);
  });

  it('has a breach shown for every wall, and a sentence that says why it stands', async () => {
    const source = (await import(join(repository, '.dependency-cruiser.mjs'))) as {
      default: Record<'forbidden' | 'required', { name: string; severity: string; comment: string }[]>;
    };
    const walls = [...source.default.forbidden, ...source.default.required];
    expect(new Set(walls.map((wall) => wall.name))).toEqual(new Set(wallBreaches.map(([wall]) => wall)));
    for (const wall of walls) {
      expect(wall.comment, wall.name).toMatch(/^[\p{L}].{30,}\.$/u);
      expect(wall.severity, wall.name).toBe('error');
    }
  });
});
