import { mayEnter, type AccessRule } from './access.ts';
import type { Context } from './context.ts';
import { decodeId, kindOfId, type GlobalKind } from './global-id.ts';
import { loadBy } from './load-by-id.ts';

/** Where things of one kind come from. */
export interface NodeSource {
  /** The same rule as of the root field that lists the kind: `node(id)` is no side door. */
  readonly access: AccessRule;
  /** The GraphQL objects of those ids that this viewer may see, by uuid; what may not be seen is left out. */
  readonly load: (context: Context, uuids: readonly string[]) => Promise<ReadonlyMap<string, object>>;
}

const sources = new Map<GlobalKind, NodeSource>();

/** Said once per kind by the module that owns it, beside its resolver. */
export function provideNodes(kind: GlobalKind, source: NodeSource): void {
  sources.set(kind, source);
}

/** The thing as this viewer sees it, whatever the scopes of the token; null when it is not there, or not for them. */
export async function visibleNode(context: Context, kind: GlobalKind, uuid: string): Promise<object | null> {
  const source = sources.get(kind);
  if (!source) return null;
  return loadBy(context, `visible ${kind}`, uuid, async (uuids) => {
    const found = await source.load(context, uuids);
    return uuids.map((wanted) => found.get(wanted) ?? null);
  });
}

/** The thing behind a global id, for whoever may read it; unknown, foreign and hidden ids are all null. */
export async function loadNode(context: Context, id: string): Promise<object | null> {
  const kind = kindOfId(id);
  const source = kind && sources.get(kind);
  if (!kind || !source || mayEnter(context.viewer, source.access)) return null;
  return visibleNode(context, kind, decodeId(kind, id));
}
