import type { EvidenceFile } from './evidence-files.queries.ts';
import type { EvidenceRecords } from './evidence-records.queries.ts';
import { columnWord } from './rules/evidence-words.ts';

const signs: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[<>&"]/g, (sign) => signs[sign] ?? sign);

/** A cell of a record is text, a number, yes or no, or nothing. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:90rem;padding:0 1rem;color:#1b1b1f;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.5rem}.scroll{overflow:auto;max-height:70vh;border:1px solid #c7c6ca}
table{border-collapse:collapse;font-size:.8rem}th,td{border:1px solid #c7c6ca;padding:.25rem .5rem;text-align:start;vertical-align:top;max-width:32rem;overflow-wrap:anywhere}
th{position:sticky;top:0;background:#f0eff4;overflow-wrap:normal}code{font-size:.7rem;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){body{background:#1b1b1f;color:#e4e1e6}th{background:#303034}a{color:#9ecaff}}`;

function tableOf({ name, title, rows }: EvidenceRecords): string {
  const columns = Object.keys(rows[0] ?? {});
  const head = columns.map((column) => `<th scope="col">${escaped(columnWord(column))}</th>`).join('');
  const body = rows.map(
    (row) => `<tr>${columns.map((column) => `<td>${escaped(cellOf(row[column]))}</td>`).join('')}</tr>`,
  );
  const table =
    rows.length === 0
      ? '<p>Нет записей.</p>'
      : `<div class="scroll" tabindex="0" role="region" aria-labelledby="${name}"><table><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table></div>`;
  return `<section><h2 id="${name}">${escaped(title)} (${String(rows.length)})</h2><p><a href="records/${name}.json">records/${name}.json</a></p>${table}</section>`;
}

/** Opens from a disk with no network: nothing on it is fetched, and no script runs. */
export function evidencePage(
  heading: string,
  files: readonly EvidenceFile[],
  records: readonly EvidenceRecords[],
): string {
  const listed = files.map(
    ({ name, title, sha256 }) =>
      `<tr><td><a href="${escaped(name)}">${escaped(name)}</a></td><td>${escaped(title)}</td><td><code>${sha256}</code></td></tr>`,
  );
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(heading)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(heading)}</h1>
<p>Содержит персональные данные. Контрольные суммы всех файлов: <a href="SHA256SUMS">SHA256SUMS</a>; проверка: <code>sha256sum -c SHA256SUMS</code>.</p>
<section><h2 id="files">Документы и файлы (${String(files.length)})</h2><div class="scroll" tabindex="0" role="region" aria-labelledby="files"><table><thead><tr><th scope="col">Файл</th><th scope="col">Что это</th><th scope="col">SHA-256</th></tr></thead><tbody>
${listed.join('\n')}
</tbody></table></div></section>
${records.map(tableOf).join('\n')}
</main>
</body>
</html>
`;
}
