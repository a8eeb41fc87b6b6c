import type { Client, Submittable } from 'pg';

/** What the driver does for COPY without saying so in its types. */
interface CopyConnection {
  query(text: string): void;
  sync(): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
}

const chunkBytes = 64 * 1024;

class CopyIn implements Submittable {
  readonly #sql: string;
  readonly #rows: Uint8Array;
  readonly #ended = Promise.withResolvers<void>();
  #error: Error | null = null;

  constructor(sql: string, rows: Uint8Array) {
    [this.#sql, this.#rows] = [sql, rows];
  }

  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  submit(connection: unknown): void {
    (connection as CopyConnection).query(this.#sql);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    for (let at = 0; at < this.#rows.length; at += chunkBytes)
      connection.sendCopyFromChunk(this.#rows.subarray(at, at + chunkBytes));
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {
    // the server is ready next
  }

  handleError(error: Error): void {
    this.#error = error;
  }

  handleReadyForQuery(): void {
    if (this.#error) this.#ended.reject(this.#error);
    else this.#ended.resolve();
  }
}

/** Rows in the text format of COPY into a table, as fast as the connection takes them. */
export async function copyIn(client: Client, into: string, rows: Uint8Array): Promise<void> {
  const copy = new CopyIn(`copy ${into} from stdin`, rows);
  client.query(copy);
  return copy.ended;
}
