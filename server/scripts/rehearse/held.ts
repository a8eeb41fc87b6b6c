/** What the server says of itself at /metrics, when it says it to us. */
export interface Held {
  readonly memoryMegabytes: number;
  readonly heapMegabytes: number;
  /** Operations of GraphQL by kind and outcome, since its start. */
  readonly operations: Readonly<Record<string, number>>;
}

export async function heldBy(url: string): Promise<Held | null> {
  const response = await fetch(`${url}/metrics`).catch(() => null);
  if (response?.ok !== true) return null;
  return readMetrics(await response.text());
}

export function readMetrics(text: string): Held {
  const numberOf = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
  const operations: Record<string, number> = {};
  for (const [, labels, value] of text.matchAll(/^veche_graphql_operation_seconds_count\{([^}]*)\} (\S+)$/gm)) {
    const named = [...(labels ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, , word]) => word ?? '');
    operations[named.join(' ')] = Number(value);
  }
  return {
    memoryMegabytes: numberOf('process_resident_memory_bytes') / 1e6,
    heapMegabytes: numberOf('nodejs_heap_size_used_bytes') / 1e6,
    operations,
  };
}
