import 'reflect-metadata';
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { roles } from '../../src/kernel/viewer.ts';
import { assemblyForms, liveCounts } from '../../src/modules/assembly/assembly.entity.ts';
import { defectKinds, repairWays } from '../../src/modules/defect/rules/defect-kinds.ts';
import { documentKinds } from '../../src/modules/documents/rules/document-kinds.ts';
import { signatureChecks } from '../../src/modules/documents/rules/signature-words.ts';
import { personDetails } from '../../src/modules/identity/identity.enums.ts';
import { organisationKinds } from '../../src/modules/identity/rules/organisation-kinds.ts';
import { importKinds } from '../../src/modules/registry/import/rules/import-field.ts';
import { premisesKinds } from '../../src/modules/registry/rules/premises-kinds.ts';

type Words = Readonly<Record<string, string>>;
const root = new URL('../../../', import.meta.url).pathname;
const locales = ['ru', 'en'].map(
  (locale) =>
    JSON.parse(readFileSync(`${root}admin/src/locales/${locale}/journal.json`, 'utf8')) as {
      readonly [section in 'command' | 'touched' | 'field' | 'code']: Words;
    },
);
const wordless = (section: 'command' | 'touched' | 'field' | 'code', names: Iterable<string>): string[] =>
  [...new Set(names)].filter((name) => locales.some((words) => words[section][name] === undefined));

const commands = new Set<string>();
const parts = new Set<string>();
const fields = new Set<string>();
const spread: string[] = [];

function keysOf(node: ts.Node | undefined, into: Set<string>): void {
  if (!node || !ts.isObjectLiteralExpression(node)) return;
  for (const one of node.properties) {
    if (ts.isSpreadAssignment(one)) {
      if (ts.isIdentifier(one.expression)) spread.push(one.expression.text);
      else literalsIn(one.expression, into);
    } else if (one.name && ts.isIdentifier(one.name)) into.add(one.name.text);
  }
}

/** `...(one === null ? {} : { one })` */
function literalsIn(node: ts.Node, into: Set<string>): void {
  keysOf(node, into);
  ts.forEachChild(node, (child) => {
    literalsIn(child, into);
  });
}

function read(node: ts.Node): void {
  if (ts.isCallExpression(node)) {
    const called = node.expression.getText();
    if (called === 'unit.record') {
      keysOf(node.arguments[0], parts);
      keysOf(node.arguments[1], fields);
    }
    if (called === 'inTransaction') {
      const name = /command: '(\w+)'/.exec(node.arguments[1]?.getText() ?? '')?.[1];
      if (name !== undefined) commands.add(name);
    }
  }
  ts.forEachChild(node, read);
}

for (const file of globSync(`${root}server/src/modules/**/*.ts`)) {
  const text = readFileSync(file, 'utf8');
  if (/unit\.record\(|inTransaction\(/.test(text)) read(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
}

describe('what the journal keeps has words in both languages', () => {
  it('every command', () => {
    expect(commands.size).toBeGreaterThan(60);
    expect(wordless('command', commands)).toEqual([]);
  });

  it('every part that a thing plays', () => {
    expect(parts.size).toBeGreaterThan(30);
    expect(wordless('touched', parts)).toEqual([]);
  });

  it('every field, those that are spread included', () => {
    const ofSpread = {
      counts: ['rows', 'new', 'same', 'changed', 'refused'],
      file: ['sha256', 'size'],
      wish: ['entrance', 'ownerId', 'perOwnership', 'blank'],
    };
    expect(spread.toSorted()).toEqual(['counts', 'counts', 'file', 'wish']);
    const amended = `title annual chairId secretaryId tellerIds opensAt closesAt liveCounts fourEyes initiatorPersonId
      initiatorOrganisationId administratorPersonId administratorOrganisationId administratorAddress acceptanceProcedure materialsPlace handedToAdministratorAt agenda paperAcceptedUntil settlement
      street number block fiasId cadastralNumber entrances storeys yearBuilt wallMaterial series
      kind entrance floor organisationName ogrn familyName givenName patronymic bodyName snils
      birthDate phones emails`.split(/\s+/);
    expect(wordless('field', [...fields, ...Object.values(ofSpread).flat(), ...amended])).toEqual([]);
  });

  it('every state of every lifecycle', async () => {
    const states: Record<string, readonly string[]> = {};
    for (const file of globSync(`${root}server/src/modules/**/*.ts`)) {
      const names = [...readFileSync(file, 'utf8').matchAll(/export const (\w+States) =/g)].map(
        ([, name = '']) => name,
      );
      if (names.length === 0) continue;
      const told = (await import(file)) as Readonly<Record<string, readonly string[]>>;
      for (const name of names) states[name] = told[name] ?? [];
    }
    expect(Object.keys(states)).toEqual(expect.arrayContaining(['assemblyStates', 'ballotStates', 'importStates']));
    expect(wordless('code', Object.values(states).flat())).toEqual([]);
  });

  it('every other code', () => {
    const codes = [
      roles,
      assemblyForms,
      liveCounts,
      documentKinds,
      signatureChecks,
      personDetails,
      organisationKinds,
      importKinds,
      premisesKinds,
      defectKinds,
      repairWays,
    ].flat();
    expect(wordless('code', codes)).toEqual([]);
  });
});
