import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { askApi } from './http-request.ts';

interface Job {
  readonly id: string;
  readonly state: string;
  readonly columns: readonly { readonly column: number; readonly proposedField: string | null }[];
  readonly counts: { readonly rows: number; readonly new: number; readonly refused: number } | null;
  readonly failure: { readonly message: string } | null;
}

const selection = 'id state columns { column proposedField } counts { rows new refused } failure { message }';

/** Seconds from the first byte of the upload until each step had ended. */
export interface ImportTimes {
  readonly prepared: number;
  readonly rehearsed: number;
  readonly committed: number;
}

/** An import as a client makes it: uploads, prepares, maps as proposed, rehearses, commits. */
export async function importThroughApi(
  port: number,
  token: string,
  { file, houseId, rows }: { readonly file: string; readonly houseId: string; readonly rows: number },
): Promise<ImportTimes> {
  const began = performance.now();
  const elapsed = (): number => (performance.now() - began) / 1000;
  const change = async (mutation: string, input: Record<string, unknown>): Promise<Job> => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await askApi<Record<string, { import: Job | null; userErrors: { message: string }[] }>>(
      port,
      token,
      {
        query: `mutation ($input: ${type}!) { ${mutation}(input: $input) { import { ${selection} } userErrors { message } } }`,
        variables: { input },
      },
    );
    const { import: job = null, userErrors = [] } = answer[mutation] ?? {};
    if (!job) throw new Error(`${mutation}: ${userErrors.map(({ message }) => message).join(' ')}`);
    return job;
  };
  const settled = async (id: string): Promise<Job> => {
    for (;;) {
      const query = `query ($id: ID!) { import(id: $id) { ${selection} } }`;
      const { import: job } = await askApi<{ import: Job }>(port, token, { query, variables: { id } });
      if (job.failure) throw new Error(job.failure.message);
      if (!job.state.endsWith('ING')) return job;
      await setTimeout(100);
    }
  };
  const uploaded = await fetch(`http://127.0.0.1:${String(port)}/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'x-file-name': basename(file) },
    body: readFileSync(file),
  });
  const { id: fileId } = (await uploaded.json()) as { id: string };
  const prepared = await change('prepareImport', { fileId, kind: 'REGISTER', houseId });
  const columns = prepared.columns.map(({ column, proposedField }) => ({ column, field: proposedField }));
  await change('mapImport', { importId: prepared.id, columns });
  const times = { prepared: elapsed() };
  await change('rehearseImport', { importId: prepared.id });
  const { counts } = await settled(prepared.id);
  if (counts?.rows !== rows || counts.refused > 0) throw new Error(`rehearsed otherwise: ${JSON.stringify(counts)}`);
  const rehearsed = elapsed();
  await change('commitImport', { importId: prepared.id });
  const { state } = await settled(prepared.id);
  if (state !== 'COMMITTED') throw new Error(`the import is ${state}`);
  return { ...times, rehearsed, committed: elapsed() };
}
