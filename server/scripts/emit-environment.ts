import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFolder, variables } from '../src/config.ts';
import type { Variable } from '../src/config-variable.ts';

/** Writes docs/environment.md from the table of variables; with `--check` it only compares and fails on a difference. */
const path = join(repositoryFolder, 'docs/environment.md');

function row(variable: Variable<unknown>): string {
  const name = variable.secret ? `\`${variable.name}\`, \`${variable.name}_FILE\`` : `\`${variable.name}\``;
  return `| ${name} | ${variable.fallback.shown.replace(/^false$/, 'off')} | ${variable.sentence} |`;
}

const printed = `# Environment variables

Printed from \`server/src/config.ts\` by \`npm run contract\`; a change here is made there. All are optional, except that
outside the demo \`VECHE_SECRET\` is not. A secret may instead be the content of the file named in \`…_FILE\`.

| Variable | When it is not set | What it is |
| --- | --- | --- |
${Object.values<Variable<unknown>>(variables).map(row).join('\n')}
`;

if (!process.argv.includes('--check')) {
  writeFileSync(path, printed);
} else if (readFileSync(path, 'utf8') !== printed) {
  process.stderr.write('docs/environment.md differs from server/src/config.ts: run `npm run contract` and commit it\n');
  process.exitCode = 1;
}
