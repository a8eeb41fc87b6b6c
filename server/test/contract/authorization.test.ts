import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessRuleOf, type Scope } from '../../src/kernel/access.ts';
import type { RawAnswer } from '../harness.ts';
import { makeSchema } from '../../src/schema.ts';
import { Answer, type Attempt } from './authorization/attempt.ts';
import { attempts } from './authorization/attempts.ts';
import { buildCity, type City } from './authorization/city.ts';
import { harmless, ownAnswers, sensitiveTypes, table } from './authorization.table.ts';
import { viewers, type Who } from './authorization/viewers.ts';
import { listOrders } from './list-orders.ts';

type Cells = Readonly<Record<Who, string>>;

const meanings: Readonly<Record<string, string>> = {
  '+': 'ALLOWED',
  '.': 'HIDDEN',
  SIGN: 'NOT_SIGNED_IN',
  NO: 'NOT_ALLOWED',
  NONE: 'NOT_FOUND',
  SCOPE: 'SCOPE_MISSING',
  AUTH: 'NO_AUTHORITY',
};

/** The table as it is written: the first line names the columns, an empty one means nothing. */
function readTable(text: string): ReadonlyMap<string, Cells> {
  const [head, ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  if (head?.trim().split(/\s+/).join() !== viewers.join()) throw new Error('the columns are not the viewers');
  const rows = new Map<string, Cells>();
  for (const line of lines) {
    const [name = '', ...cells] = line.trim().split(/\s+/);
    if (cells.length !== viewers.length || rows.has(name))
      throw new Error(`the row ${name} is not whole, or there twice`);
    const named = viewers.map((who, at) => {
      const outcome = meanings[cells[at] ?? ''];
      if (outcome === undefined) throw new Error(`${name}, ${who}: ${cells[at] ?? ''} means nothing`);
      return [who, outcome] as const;
    });
    rows.set(name, Object.fromEntries(named) as Record<Who, string>);
  }
  return rows;
}

const rows = readTable(table);
const fieldOf = (row: string): string => row.split(':')[0] ?? '';
const rootTypes = ['Query', 'Mutation', 'Subscription'];

let schema: GraphQLSchema;
let city: City;

beforeAll(async () => {
  schema = await makeSchema();
  city = await buildCity();
});
afterAll(async () => city.stop());

function objectTypes(): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__'),
  ) as GraphQLObjectType[];
}

/** The scopes that the token of the last column lacks. */
function lackingOf(row: string, attempt: Attempt): readonly Scope[] {
  if (attempt.lacking) return attempt.lacking;
  const [type = '', field = ''] = fieldOf(row).split('.');
  const parent = schema.getType(type);
  const rule = isObjectType(parent) ? accessRuleOf(parent.getFields()[field]?.extensions) : null;
  return rule?.scope == null ? [] : [rule.scope];
}

/** What came of it, told from the answer. */
function outcomeOf(root: string, attempt: Attempt, answer: RawAnswer): string {
  const [error] = answer.errors ?? [];
  if (error) return error.extensions.code;
  const found = new Answer(answer.data?.[root]);
  if (found.code !== null) return found.code;
  return (attempt.sees ?? ((one: Answer) => one.isThere))(found, city) ? 'ALLOWED' : 'HIDDEN';
}

async function outcomesOf(row: string, attempt: Attempt): Promise<Partial<Record<Who, string>>> {
  const [type = '', name = ''] = fieldOf(row).split('.');
  const lacking = lackingOf(row, attempt);
  const outcomes: Partial<Record<Who, string>> = {};
  const waiting: Promise<void>[] = [];
  for (const who of viewers) {
    const ask = await attempt.ask(city, who);
    const note = async (): Promise<void> => {
      const answer =
        type === 'Subscription'
          ? await city.firstOf(who, ask, lacking)
          : await city.as(who, ask, lacking, attempt.ownSession === true);
      outcomes[who] = outcomeOf(attempt.root ?? name, attempt, answer);
    };
    // What changes something is tried by one after the other.
    if (type === 'Mutation') await note();
    else waiting.push(note());
  }
  await Promise.all(waiting);
  return outcomes;
}

describe('every cell of the table', () => {
  it.each([...rows.keys()])('%s', async (row) => {
    const attempt = attempts[row];
    expect(attempt, 'a row without an attempt').toBeDefined();
    if (!attempt) return;
    const found = await outcomesOf(row, attempt);
    expect(found).toEqual(rows.get(row));
  });
});

describe('nothing is left out', () => {
  it('no root field', () => {
    const fields = rootTypes.flatMap((name) => {
      const type = schema.getType(name);
      return isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${name}.${field}`) : [];
    });
    const tried = new Set([...rows.keys()].map(fieldOf));
    expect(fields.filter((field) => !tried.has(field))).toEqual([]);
  });

  it('no kind of thing that has a global id', () => {
    const node = schema.getType('Node');
    const kinds = objectTypes().filter((type) => type.getInterfaces().some((one) => one === node));
    expect(kinds.map(({ name }) => name).filter((name) => !rows.has(`Query.node:${name}`))).toEqual([]);
  });

  it('no field of a sensitive type, and no field that leads to one', () => {
    const tried = new Set([...[...rows.keys()].map(fieldOf), ...ownAnswers]);
    const sensitive = new Set<string>(sensitiveTypes);
    const ownFields = objectTypes()
      .filter(({ name }) => sensitive.has(name))
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    const known = new Set(
      Object.entries(harmless).flatMap(([type, fields]) => fields.split(' ').map((field) => `${type}.${field}`)),
    );
    expect(ownFields.filter((field) => !tried.has(field) && !known.has(field))).toEqual([]);

    const leading = objectTypes()
      .filter(({ name }) => !rootTypes.includes(name) && !/(Payload|Connection|Edge)$/.test(name))
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => sensitive.has(getNamedType(field.type).name.replace(/Connection$/, '')))
          .map((field) => `${type.name}.${field.name}`),
      );
    expect(leading.filter((field) => !tried.has(field) && !known.has(field))).toEqual([]);
  });

  it('and nothing is listed that the schema does not have', () => {
    const fields = new Set(
      objectTypes().flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)),
    );
    const listed = [
      ...[...rows.keys()].map(fieldOf),
      ...ownAnswers,
      ...Object.entries(harmless).flatMap(([type, names]) => names.split(' ').map((name) => `${type}.${name}`)),
    ];
    expect(listed.filter((field) => !fields.has(field))).toEqual([]);
    expect(Object.keys(attempts).filter((row) => !rows.has(row))).toEqual([]);
  });
});

listOrders(() => ({ schema, city }));
