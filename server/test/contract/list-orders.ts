import { getNamedType, isEnumType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { City } from './authorization/city.ts';
import { gid } from '../world.ts';

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** Where a list hangs that no root field gives. */
const places: Readonly<Record<string, (city: City) => string>> = {
  House: (city) => `house(id: "${gid.house(city.houses.own)}")`,
  Assembly: (city) => `assembly(id: "${city.assemblies.voting.id}")`,
};

function sortedLists(schema: GraphQLSchema): { type: string; field: GraphQLField<unknown, unknown> }[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields())
          .filter(({ args }) => args.some(({ name }) => name === 'sort'))
          .map((field) => ({ type: type.name, field }))
      : [],
  );
}

/** Every list that has an order holds the same rows, page after page, in each of its orders. */
export function listOrders(given: () => { readonly schema: GraphQLSchema; readonly city: City }): void {
  async function pageOf(type: string, field: GraphQLField<unknown, unknown>, page: string): Promise<Page> {
    const { city } = given();
    const needsAssembly = field.args.some(({ name }) => name === 'assemblyId');
    const assembly = needsAssembly ? `assemblyId: "${city.assemblies.voting.id}", ` : '';
    const list = `${field.name}(${assembly}${page}) { totalCount nodes { id } pageInfo { endCursor hasNextPage } }`;
    const place = type === 'Query' ? null : (places[type]?.(city) ?? '');
    const document = place === null ? `{ ${list} }` : `{ place: ${place} { ${list} } }`;
    const answer = await city.as(field.name.startsWith('my') ? 'owner' : 'administrator', { document }, []);
    const parent = (place === null ? answer.data : answer.data?.['place']) as Record<string, Page> | undefined;
    const found = parent?.[field.name];
    if (!found) throw new Error(`${document}: ${JSON.stringify(answer)}`);
    return found;
  }

  async function whole(type: string, field: GraphQLField<unknown, unknown>, sort: string): Promise<string[]> {
    const { totalCount } = await pageOf(type, field, `first: 1, sort: ${sort}`);
    const size = Math.min(100, Math.max(1, Math.ceil(totalCount / 3)));
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const place: string = after === null ? '' : `, after: ${JSON.stringify(after)}`;
      const { nodes, pageInfo } = await pageOf(type, field, `first: ${size}, sort: ${sort}${place}`);
      ids.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(ids, sort).toHaveLength(totalCount);
    return ids;
  }

  describe('a list', () => {
    it('holds the same rows, page after page, in each of its orders; by time, the same ones backwards', async () => {
      const { schema } = given();
      for (const { type, field } of sortedLists(schema)) {
        const order = getNamedType(field.args.find(({ name }) => name === 'sort')?.type);
        if (!isEnumType(order)) throw new Error(`${type}.${field.name} is sorted by no enum`);
        const found = new Map<string, string[]>();
        for (const { name } of order.getValues()) found.set(name, await whole(type, field, name));
        const [first = [], ...others] = found.values();
        expect(new Set(first).size, field.name).toBe(first.length);
        for (const other of others) expect(other.toSorted(), field.name).toEqual(first.toSorted());
        const backwards = order.name === 'TimeOrder' ? first.toReversed() : found.get('OLDEST');
        expect(found.get('OLDEST'), field.name).toEqual(backwards);
      }
    });
  });
}
