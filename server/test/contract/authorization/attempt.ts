import type { Scope } from '../../../src/kernel/access.ts';
import { encodeId, type GlobalKind } from '../../../src/kernel/global-id.ts';
import type { City } from './city.ts';
import type { Ask } from './city-asking.ts';
import type { Who } from './viewers.ts';

/** How a row of the table is tried. */
export interface Attempt {
  /** Scopes that the token lacks; for a root field, left out: the one that it declares. */
  readonly lacking?: readonly Scope[];
  /** The root field that is asked; for a root field, left out: itself. */
  readonly root?: string;
  /** A session of its own, since it may not survive. */
  readonly ownSession?: boolean;
  /** What is asked, with everything made for it that can be used once only. */
  readonly ask: (city: City, who: Who) => Ask | Promise<Ask>;
  /** Whether the answer of the root field holds what was asked for; left out: whether there is one. */
  readonly sees?: (answer: Answer, city: City) => boolean;
}

/** The answer of a root field, read loosely: a hidden part is null or not there. */
export class Answer {
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  /** A part of an object; of a list, the parts of its members together. */
  at(...names: readonly string[]): Answer {
    let value = this.#value;
    for (const name of names)
      value = Array.isArray(value) ? value.flatMap((one) => part(one, name)) : part(value, name);
    return new Answer(value);
  }

  /** Something is there: not null, and no empty list. */
  get isThere(): boolean {
    return Array.isArray(this.#value) ? this.#value.some((one) => one != null) : this.#value != null;
  }

  has(wanted: string): boolean {
    return Array.isArray(this.#value) ? this.#value.includes(wanted) : this.#value === wanted;
  }

  get code(): string | null {
    const code = this.at('userErrors', 'code').#value;
    return Array.isArray(code) && typeof code[0] === 'string' ? code[0] : null;
  }
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : null;
}

/** A mutation with one input; `field` is what its payload shows when it was carried out. */
export function mutation(
  name: string,
  input: (city: City, who: Who) => Record<string, unknown> | Promise<Record<string, unknown>>,
  options: { inputType?: string; ownSession?: boolean } = {},
): Attempt {
  const type = options.inputType ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return {
    ...(options.ownSession === undefined ? {} : { ownSession: options.ownSession }),
    ask: async (city, who) => ({
      document: `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`,
      variables: { input: await input(city, who) },
    }),
  };
}

/** A query by id. */
export function byId(
  field: string,
  id: (city: City) => string,
  selection = 'id',
  sees?: Attempt['sees'],
  more: Partial<Attempt> = {},
): Attempt {
  const argument = /^my|^ballots$/.test(field) ? 'assemblyId' : 'id';
  return {
    root: field,
    ask: (city) => ({
      document: `query ($id: ID!) { ${field}(${argument}: $id) { ${selection} } }`,
      variables: { id: id(city) },
    }),
    ...(sees ? { sees } : {}),
    ...more,
  };
}

/** A list that should hold, or not hold, one thing. */
export function list(
  field: string,
  wanted: (city: City) => string,
  options: { filter?: string; path?: readonly string[]; selection?: string } = {},
): Attempt {
  const { filter = '', path = ['nodes', 'id'], selection = 'nodes { id }' } = options;
  return {
    ask: () => ({ document: `{ ${field}(first: 100${filter}) { ${selection} } }` }),
    sees: (answer, city) => answer.at(...path).has(wanted(city)),
  };
}

export const gid = (kind: GlobalKind, uuid: string): string => encodeId(kind, uuid);
