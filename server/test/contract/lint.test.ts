import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runTool } from './run-tool.ts';
import { repository, temporaryTree } from './temporary-tree.ts';

const rule = 'server/src/modules/voting/rules';

/** What the linter must refuse: its rule, the file, the content. */
const refused: readonly (readonly [lintRule: string, file: string, content: string])[] = [
  ['no-async-await', `${rule}/waiting.ts`, 'export async function count() { return 1; }'],
  ['no-top-level-await', `${rule}/awaiting.ts`, 'export const count = await import("./tally.ts");'],
  ['no-restricted-globals', `${rule}/promised.ts`, 'export const count = () => Promise.resolve(1);'],
  ['no-restricted-globals', `${rule}/timed.ts`, 'export const today = () => new Date();'],
  ['no-restricted-globals', `${rule}/clocked.ts`, 'export const now = () => Date.now();'],
  ['no-restricted-globals', `${rule}/environed.ts`, 'export const zone = () => process.title;'],
  ['no-restricted-globals', `${rule}/talking.ts`, 'export const say = () => console.log("1");'],
  [
    'no-restricted-globals',
    `server/src/modules/registry/import/rules/talking.ts`,
    'export const say = () => console.log("1");',
  ],
  ['no-restricted-properties', `${rule}/drawn.ts`, 'export const lot = () => Math.random();'],
  ['no-restricted-properties', `${rule}/hourly.ts`, 'export const now = () => Temporal.Now.instant();'],
  ['no-process-env', 'server/src/adapters/mail.ts', 'export const host = process.env["MAIL_HOST"];'],
  [
    'no-restricted-imports',
    'server/src/adapters/sms.ts',
    'import { env } from "node:process"; export const host = env["SMS_HOST"];',
  ],
  ['no-default-export', 'server/src/kernel/first.ts', 'export default 1;'],
  ['no-default-export', 'admin/src/lib/first.ts', 'export default 1;'],
  ['no-explicit-any', 'server/src/kernel/loose.ts', 'export const loose: any = 1;'],
  ['ban-ts-comment', 'server/src/kernel/hushed.ts', '// @ts-ignore\nexport const hushed: number = "1";'],
  ['no-non-null-assertion', 'server/src/kernel/sure.ts', 'export const sure = (a: string | null) => a!.length;'],
  [
    'no-floating-promises',
    'server/src/kernel/afloat.ts',
    'export function go(work: () => Promise<void>): void { work(); }',
  ],
  [
    'no-misused-promises',
    'server/src/kernel/misused.ts',
    'export const go = (p: Promise<boolean>) => { if (p) return 1; return 2; };',
  ],
  [
    'switch-exhaustiveness-check',
    'server/src/kernel/partial.ts',
    'export function word(answer: "FOR" | "AGAINST"): string { switch (answer) { case "FOR": return "for"; } return ""; }',
  ],
  [
    'no-unsafe-return',
    'server/src/kernel/parsed.ts',
    'export const read = (text: string): number => JSON.parse(text);',
  ],
  ['no-console', 'server/src/kernel/loud.ts', 'export const loud = () => console.log("1");'],
  [
    'no-restricted-globals',
    'server/test/stories/sleepy.test.ts',
    'export const sleep = () => setTimeout(() => undefined, 1);',
  ],
  [
    'no-focused-tests',
    'server/src/kernel/focused.test.ts',
    'import { expect, it } from "vitest"; it.only("counts", () => { expect(1).toBe(1); });',
  ],
  [
    'no-disabled-tests',
    'server/src/kernel/disabled.test.ts',
    'import { expect, it } from "vitest"; it.skip("counts", () => { expect(1).toBe(1); });',
  ],
  [
    'no-restricted-vi-methods',
    'server/src/kernel/mocked.test.ts',
    'import { vi } from "vitest"; vi.mock("./fraction.ts");',
  ],
];

/** What the linter must let pass, because somebody has to do it. */
const allowed: Readonly<Record<string, string>> = {
  'server/src/config.ts': 'export const port = process.env["PORT"];',
  'server/scripts/seed.ts': 'console.log(process.env["PORT"]);',
  'server/bench/cast.ts': 'console.log(process.env["PORT"]);',
  'server/test/harness.ts': 'export const url = process.env["DATABASE_URL"];',
  'server/vitest.config.ts': 'export default {};',
  'shared/codegen.ts': 'export default {};',
  [`${rule}/tally.ts`]: 'export const before = (at: Date, end: Date): boolean => at.getTime() < end.getTime();',
  [`${rule}/tally.test.ts`]: 'export const at = new Date(0);',
};

describe('the linter', () => {
  let found: readonly { readonly code: string; readonly filename: string }[] = [];

  beforeAll(async () => {
    await using tree = await temporaryTree({
      ...Object.fromEntries(refused.map(([, file, content]) => [file, content])),
      ...allowed,
      '.oxlintrc.json': await readFile(join(repository, '.oxlintrc.json'), 'utf8'),
      'node.d.ts': 'declare const process: { title: string; env: Record<string, string | undefined> };',
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          strict: true,
          target: 'ESNext',
          module: 'ESNext',
          moduleResolution: 'Bundler',
          noEmit: true,
        },
      }),
    });
    const { stdout, stderr } = await runTool('oxlint/bin/oxlint', ['--format', 'json'], tree.folder);
    if (stdout === '') throw new Error(stderr);
    found = (JSON.parse(stdout) as { diagnostics: typeof found }).diagnostics;
  });

  it.each(refused)('%s refuses %s', (lintRule, file) => {
    const codes = found.filter((diagnostic) => diagnostic.filename === file).map((diagnostic) => diagnostic.code);
    expect(
      codes.some((code) => code.includes(`(${lintRule})`)),
      codes.join(', '),
    ).toBe(true);
  });

  it.each(Object.keys(allowed))('lets %s pass', (file) => {
    expect(found.filter((diagnostic) => diagnostic.filename === file).map((diagnostic) => diagnostic.code)).toEqual([]);
  });
});

describe('the linter of templates', () => {
  const head = '<script setup lang="ts">\nconst go = (value: string): string => value;\n</script>\n\n';

  it('refuses words outside locales, lists without keys and markup from strings', async () => {
    await using tree = await temporaryTree({
      'admin/src/ui/UiBad.vue': `${head}<template>\n  <p v-for="x in [1]" @click="(value: string) => go(value)" v-html="x">Кворум</p>\n</template>\n`,
      'admin/src/ui/UiGood.vue': `${head}<template>\n  <p @click="(value: string) => go(value)">{{ go('1') }}</p>\n</template>\n`,
    });
    const { stdout, stderr } = await runTool(
      'eslint/bin/eslint.js',
      ['--config', join(repository, 'eslint.config.mjs'), '--format', 'json', 'admin'],
      tree.folder,
    );
    if (stdout === '') throw new Error(stderr);
    const files = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string | null; message: string }[] }[];
    const rulesOf = (name: string) =>
      files.find((file) => file.filePath.endsWith(name))?.messages.map((message) => message.ruleId ?? message.message);
    expect(rulesOf('UiGood.vue')).toEqual([]);
    expect(rulesOf('UiBad.vue')).toEqual(
      expect.arrayContaining(['vue/no-bare-strings-in-template', 'vue/require-v-for-key', 'vue/no-v-html']),
    );
  });
});
