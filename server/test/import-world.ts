import { eventually } from './eventually.ts';
import type { TestApp } from './harness.ts';
import { change, refusals } from './register-world.ts';

export interface ImportJob {
  readonly id: string;
  readonly state: string;
  readonly fileId: string;
  readonly hasHeader: boolean;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly string[];
  readonly rowsDone: number;
  readonly rowsTotal: number | null;
  readonly columns: readonly {
    column: number;
    heading: string | null;
    proposedField: string | null;
    field: string | null;
  }[];
  readonly counts: { rows: number; new: number; same: number; changed: number; refused: number } | null;
  readonly failure: { code: string; message: string } | null;
  readonly failedRowsPath: string | null;
}

const importSelection = `id state fileId hasHeader encoding delimiter sheets rowsDone rowsTotal failedRowsPath
  columns { column heading proposedField field } counts { rows new same changed refused } failure { code message }`;

export interface RowError {
  readonly rowNumber: number;
  readonly column: number | null;
  readonly field: string | null;
  readonly code: string;
  readonly message: string;
  readonly value: string | null;
  readonly otherRow: number | null;
}

interface ErrorPage {
  readonly nodes: readonly RowError[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A table of lines as CSV, with semicolons. */
export function csv(...lines: readonly string[]): Buffer {
  return Buffer.from(lines.join('\r\n'));
}

/** Imports as a client makes them: over HTTP, step by step. */
export function importsOf(app: TestApp, token: string) {
  const job = async (id: string): Promise<ImportJob> =>
    (await app.ask<{ import: ImportJob }>(token, `query ($id: ID!) { import(id: $id) { ${importSelection} } }`, { id }))
      .import;
  const step = async (mutation: string, input: Record<string, unknown>): Promise<ImportJob> => {
    const answer = await change<{ import: ImportJob | null }>(
      app,
      token,
      mutation,
      input,
      `import { ${importSelection} }`,
    );
    if (!answer.import) throw new Error(refusals(answer).join(', '));
    return answer.import;
  };
  const settled = async (id: string): Promise<ImportJob> =>
    eventually(
      async () => {
        const now = await job(id);
        if (now.state.endsWith('ING')) throw new Error(`still ${now.state}`);
        return now;
      },
      { timeout: 120_000, interval: 20 },
    );
  const upload = async (content: Uint8Array, name = 'table.csv'): Promise<string> => {
    const response = await fetch(`${app.url}/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'x-file-name': encodeURIComponent(name), 'accept-language': 'en' },
      body: Buffer.from(content),
    });
    const answer = (await response.json()) as { id?: string; code?: string; message?: string };
    if (answer.id === undefined) throw new Error(`${answer.code ?? ''} ${answer.message ?? ''}`);
    return answer.id;
  };
  const prepare = async (content: Uint8Array, input: Record<string, unknown>, name = 'table.csv'): Promise<ImportJob> =>
    step('prepareImport', { fileId: await upload(content, name), ...input });
  /** Maps the columns as proposed, or as said. */
  const map = async (
    prepared: ImportJob,
    fields?: readonly (string | null)[],
    more: Record<string, unknown> = {},
  ): Promise<ImportJob> => {
    const named = fields ?? prepared.columns.map(({ proposedField }) => proposedField);
    const columns = named.flatMap((field, at) => (field === null ? [] : [{ column: at + 1, field }]));
    return step('mapImport', { importId: prepared.id, columns, ...more });
  };
  const rehearse = async (importId: string): Promise<ImportJob> =>
    settled((await step('rehearseImport', { importId })).id);
  const commit = async (importId: string, skipRefused = false): Promise<ImportJob> =>
    settled((await step('commitImport', { importId, skipRefused })).id);
  const errorPage = async (id: string, first: number, after: string | null): Promise<ErrorPage> =>
    (
      await app.ask<{ import: { rowErrors: ErrorPage } }>(
        token,
        `query ($id: ID!, $first: Int!, $after: String) { import(id: $id) { rowErrors(first: $first, after: $after) {
           nodes { rowNumber column field code message value otherRow } pageInfo { hasNextPage endCursor } } } }`,
        { id, first, after },
      )
    ).import.rowErrors;
  const rowErrors = async (id: string, first = 100): Promise<RowError[]> => {
    const errors: RowError[] = [];
    let page: ErrorPage | null = null;
    do {
      page = await errorPage(id, first, page?.pageInfo.endCursor ?? null);
      errors.push(...page.nodes);
    } while (page.pageInfo.hasNextPage);
    return errors;
  };
  return {
    job,
    step,
    settled,
    upload,
    prepare,
    map,
    rehearse,
    commit,
    rowErrors,
    /** From the file to the rehearsal. */
    rehearsed: async (
      content: Uint8Array,
      input: Record<string, unknown>,
      fields?: readonly (string | null)[],
      name = 'table.csv',
    ): Promise<ImportJob> => {
      const prepared = await prepare(content, input, name);
      await map(prepared, fields);
      return rehearse(prepared.id);
    },
    /** The reasons of a rehearsed import, as `row: CODE`. */
    reasons: async (id: string): Promise<string[]> =>
      (await rowErrors(id)).map(({ rowNumber, code }) => `${rowNumber}: ${code}`),
    failedRows: async (path: string, locale = 'en'): Promise<string> => {
      const response = await fetch(`${app.url}${path}`, {
        headers: { authorization: `Bearer ${token}`, 'accept-language': locale },
      });
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
      return Buffer.from(await response.arrayBuffer()).toString('utf8');
    },
  };
}

export type Imports = ReturnType<typeof importsOf>;
