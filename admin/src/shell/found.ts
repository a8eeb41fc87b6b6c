import type { FindBallotsQuery, FindNodeQuery } from '@veche/shared/operations';

export interface Found {
  readonly key: string;
  readonly kind: 'here' | 'page' | 'action' | 'house' | 'person' | 'assembly' | 'ballot' | 'recent';
  readonly title: string;
  readonly under: string | null;
  /** Where it leads, or what it does. */
  readonly to: string | (() => unknown);
}

/** What is known without asking the server: found by its names in both languages, and by related words. */
export interface Offered extends Found {
  readonly names: readonly string[];
  readonly related?: readonly string[];
}

/** Two letters of the kind and what follows: the number that every object, and so every ballot, shows. */
export function isGlobalId(text: string): boolean {
  return /^[A-Z]{2}_[\w-]{22}$/.test(text);
}

/** A ballot by its receipt or the number printed on its paper, which the server finds. */
export function foundBallots(ballots: FindBallotsQuery['ballotsByCode'] | undefined): readonly Found[] {
  return (ballots ?? []).map(({ id, assemblyId, receipt, premises }) => ({
    key: id,
    kind: 'ballot',
    title: premises ? `${premises.house.address}, ${premises.number}` : receipt,
    under: receipt,
    to: `/assemblies/${assemblyId}/ballots/${id}`,
  }));
}

/** What stands behind a number, where it has a page. */
export function foundNode(node: FindNodeQuery['node'] | undefined): readonly Found[] {
  if (!node) return [];
  const { id: key } = node;
  if ('assemblyId' in node) {
    const { premises, assemblyId } = node;
    const title = premises ? `${premises.house.address}, ${premises.number}` : key;
    return [{ key, kind: 'ballot', title, under: key, to: `/assemblies/${assemblyId}/ballots/${key}` }];
  }
  if ('title' in node) return [{ key, kind: 'assembly', title: node.title, under: null, to: `/assemblies/${key}` }];
  if ('address' in node) return [{ key, kind: 'house', title: node.address, under: null, to: `/houses/${key}` }];
  if ('displayName' in node)
    return [{ key, kind: 'person', title: node.displayName, under: null, to: `/people/${key}` }];
  return [];
}

function isFound(one: unknown): one is Found {
  return typeof one === 'object' && one !== null && 'to' in one && 'title' in one && typeof one.to === 'string';
}

export function readRecent(remembered: unknown, most: number): readonly Found[] {
  return Array.isArray(remembered) ? remembered.filter(isFound).slice(0, most) : [];
}
