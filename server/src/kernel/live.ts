import type { Context, World } from './context.ts';

/** The streams of an assembly that move by themselves. */
export const liveTopics = ['COUNT', 'FEED', 'CHAT'] as const;
export type LiveTopic = (typeof liveTopics)[number];

/** What every event of a live stream carries. */
export interface LiveEvent {
  /** Rises within one assembly, the same in every process, and goes on after a restart. */
  readonly sequence: number;
  /** The reader fell behind, or its `after` is unknown here: this is the newest alone. */
  readonly lagged: boolean;
}

/**
 * One stream of one assembly, as a subscription field describes it. Whoever serves the stream asks `requireReader` again
 * whenever rights may have changed, and shares one event among all its readers: an event holds nothing of who reads it.
 */
export interface LiveSource<Event extends LiveEvent = LiveEvent> {
  readonly topic: LiveTopic;
  readonly assemblyId: string;
  /** Each event is the whole state as it stands: equal numbers are equal events, whatever the reader knew before. */
  readonly isState: boolean;
  /** The number the reader knows; null: none, it begins with the snapshot. */
  readonly after: number | null;
  /** Refuses whoever may not read the stream now. */
  readonly requireReader: (context: Context) => Promise<void>;
  /**
   * What came after that number in one event, or the snapshot; null: nothing newer. `behind` says that events were kept
   * from the reader because it is slow.
   */
  readonly read: (world: World, after: number | null, behind: boolean) => Promise<Event | null>;
}

/** The answer of a subscription field: not events, but where they come from, so that many readers can share them. */
export class LiveStream<Event extends LiveEvent = LiveEvent> implements AsyncIterable<Event> {
  constructor(readonly source: LiveSource<Event>) {}

  /** GraphQL takes nothing else for the answer of a subscription; the server of live streams reads the source itself. */
  [Symbol.asyncIterator](): AsyncIterator<Event> {
    throw new Error('a live stream is served by its source');
  }
}

/** The arguments of every subscription to an assembly, as GraphQL has checked them. */
export function readStreamArgs(args: unknown): { readonly assemblyId: string; readonly after: number | null } {
  const { assemblyId, after } = args as { assemblyId: string; after?: number | null };
  return { assemblyId, after: after ?? null };
}
