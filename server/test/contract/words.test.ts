import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, visit } from 'graphql';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { repository } from './temporary-tree.ts';

interface Name {
  readonly text: string;
  readonly file: string;
  readonly isType: boolean;
}

/** Words that say only that somebody did not know where a thing belongs. */
const emptyWords = ['util', 'helper', 'common', 'manager', 'service', 'data', 'info', 'misc'];

/** Where a refused word is somebody else's, and stays. */
const borrowed: readonly { readonly name: RegExp; readonly file?: RegExp; readonly why: string }[] = [
  { name: /^userErrors?|^UserErrors?/, why: 'API clients know the list of refusals of a payload by this name' },
  { name: /^userAgent$/, why: 'a header of HTTP' },
  { name: /^attachment$/, file: /^server\/src\/modules\/files\//, why: 'what Content-Disposition calls it' },
  { name: /^common-passwords(\.|$)/, why: 'passwords that many people have in common' },
  { name: /^PageInfo$/, why: 'the Relay connection calls it so' },
  { name: /user/i, file: /^server\/src\/adapters\/database\//, why: 'PostgreSQL and Unix call their accounts users' },
  {
    name: /^(questionMarks|questionFindings|joinedQuestions|SEVERAL_QUESTIONS|several-questions\..*)$/,
    why: 'questions of grammar: the wording of one agenda item must not ask two',
  },
];

/** `castBallot`, `cast-ballot.ts`, `CAST_BALLOT` → cast ballot */
function wordsOf(name: string): string[] {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  return spaced
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** The words of the list that the name uses, in the singular or the plural; a term of two words is found as two. */
function wordsSaid(name: string, list: ReadonlySet<string>): string[] {
  const words = wordsOf(name);
  const said = [...words, ...words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`)];
  return said
    .flatMap((word) => [word, word.replace(/s$/, '')])
    .filter((word, at, all) => list.has(word) && all.indexOf(word) === at);
}

function glossaryRows(): { readonly cells: readonly string[]; readonly refused: readonly string[] }[] {
  return readFileSync(join(repository, 'GLOSSARY.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return { cells, refused: [...(cells.at(-1) ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '') };
    });
}

function namesInScript(file: string, script: string): Name[] {
  const names: Name[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) {
      const declares =
        ts.isClassDeclaration(node.parent) ||
        ts.isInterfaceDeclaration(node.parent) ||
        ts.isTypeAliasDeclaration(node.parent) ||
        ts.isEnumDeclaration(node.parent);
      names.push({ text: node.text, file, isType: declares && node.parent.name === node });
    }
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(file, script, ts.ScriptTarget.Latest, true));
  return names;
}

function namesIn(file: string, content: string): Name[] {
  if (file.endsWith('.graphql')) {
    const names: Name[] = [];
    visit(parse(content), { Name: (node) => void names.push({ text: node.value, file, isType: false }) });
    return names;
  }
  if (!file.endsWith('.vue')) return namesInScript(file, content);
  const scripts = [...content.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
  const components = [...content.matchAll(/<([A-Z]\w+)/g)].map((match) => ({
    text: match[1] ?? '',
    file,
    isType: false,
  }));
  return [...namesInScript(file, scripts.join('\n')), ...components];
}

function isBorrowed(name: string, file: string): boolean {
  return borrowed.some((exception) => exception.name.test(name) && (exception.file?.test(file) ?? true));
}

const refusedWords = glossaryRows().flatMap((row) => row.refused);
const refusedInNames = new Set(refusedWords);
const refusedInFilesAndTypes = new Set([...refusedWords, ...emptyWords]);

function findings(file: string, content: string): string[] {
  const base = basename(file);
  const found = isBorrowed(base, file)
    ? []
    : wordsSaid(base, refusedInFilesAndTypes).map((word) => `${file}: the file is named with "${word}"`);
  for (const name of namesIn(file, content)) {
    if (isBorrowed(name.text, file)) continue;
    const said = wordsSaid(name.text, name.isType ? refusedInFilesAndTypes : refusedInNames);
    found.push(...said.map((word) => `${file}: ${name.text} says "${word}"`));
  }
  return [...new Set(found)];
}

describe('the words of the house', () => {
  it('give every term a meaning, and refuse no word that is itself a term', () => {
    const rows = glossaryRows();
    const terms = rows.flatMap((row) =>
      [...(row.cells[0] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
    );
    expect(terms).toEqual(
      expect.arrayContaining(['assembly', 'agendaItem', 'ballot', 'roll', 'weight', 'quorum', 'decision']),
    );
    expect(rows.filter((row) => row.cells.some((cell) => cell === ''))).toEqual([]);
    expect(refusedWords.filter((word) => terms.includes(word))).toEqual([]);
    expect(new Set(refusedWords).size).toBe(refusedWords.length);
  });

  it.each([
    ['server/src/modules/voting/x.ts', 'export const meetingId = 1;', 'meetingId says "meeting"'],
    ['server/src/modules/voting/x.ts', 'export interface Building { a: 1 }', 'Building says "building"'],
    ['server/src/modules/voting/x.ts', 'export const a = { voterList: 1 };', 'voterList says "voter list"'],
    ['server/src/modules/voting/x.ts', 'export const a = (USER_IDS: number) => USER_IDS;', 'USER_IDS says "user"'],
    ['server/src/modules/voting/x.ts', 'export class BallotManager {}', 'BallotManager says "manager"'],
    ['server/src/modules/voting/meeting.entity.ts', '', 'the file is named with "meeting"'],
    ['server/src/modules/voting/helpers.ts', '', 'the file is named with "helper"'],
    ['admin/src/features/x/X.vue', '<template><ApartmentCard /></template>', 'ApartmentCard says "apartment"'],
    ['admin/src/features/x/X.vue', '<script setup lang="ts">const bulletin = 1;</script>', 'bulletin says "bulletin"'],
    ['schema.graphql', 'type Query { allBuildings: Int }', 'allBuildings says "building"'],
  ])('refuse another word for the same thing: %s %s', (file, content, finding) => {
    expect(findings(file, content)).toEqual([`${file}: ${finding}`]);
  });

  it('hold in every name of the source and of the contract', () => {
    const files = globSync(['{server,admin,shared}/src/**/*.{ts,vue}', 'schema.graphql'], {
      cwd: repository,
      exclude: ['**/generated/**', '**/node_modules/**'],
    });
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => findings(file, readFileSync(join(repository, file), 'utf8')))).toEqual([]);
  });

  it('write files in kebab-case, Vue files in PascalCase, and keep index.ts for the door of a module', () => {
    const files = globSync('{server,admin,shared}/src/**/*.{ts,vue}', {
      cwd: repository,
      exclude: ['**/generated/**'],
    });
    const odd = files.filter((file) => {
      const base = basename(file);
      if (base === 'index.ts') return !/^server\/src\/modules\/[^/]+\/index\.ts$/.test(file);
      if (base.endsWith('.vue')) return !/^[A-Z][A-Za-z0-9]*\.vue$/.test(base);
      // A composable is named as the function it exports; so is what belongs to one page only.
      if (file.startsWith('admin/')) return !/^([a-z][A-Za-z0-9-]*(\.[a-z]+)*|[A-Z][A-Za-z0-9]*\.test)\.ts$/.test(base);
      return !/^[a-z][a-z0-9-]*(\.[a-z]+)*\.ts$/.test(base);
    });
    expect(odd).toEqual([]);
  });
});
