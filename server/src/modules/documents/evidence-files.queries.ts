import type { Read } from '../../kernel/database.ts';
import type { DocumentPlan } from './rules/document-kinds.ts';
import { paperWords } from './rules/evidence-words.ts';

export interface EvidenceFile {
  readonly name: string;
  readonly title: string;
  readonly sha256: string;
}

/** Papers, their signatures, materials, scans of paper ballots, what disputes were answered with and what repairs rest on: files that are stored already. */
export async function evidenceFiles(read: Read, assemblyId: string): Promise<EvidenceFile[]> {
  const documents = await read<{ kind: DocumentPlan['kind']; format: string; sha256: string; signatures: string[] }>(
    `select d.kind, d.format, d.sha256,
        array(select s.origin || ' ' || s.sha256 from document_signature s where s.document_id = d.id order by s.recorded_at, s.id) as signatures
       from assembly_document d where d.assembly_id = $1 order by d.kind, d.format`,
    [assemblyId],
  );
  const materials = await read<{ title: string; sha256: string; mediaType: string }>(
    `select m.title, f.sha256, f.media_type as "mediaType" from material m join stored_file f on f.id = m.file_id
      where m.assembly_id = $1 order by m.attached_at, m.id`,
    [assemblyId],
  );
  // A paper brought with its own file, and what the machine read: each content once, under the first of its names.
  const scans = await read<{ title: string; sha256: string; ending: string }>(
    `select distinct on (sha256) title, sha256, ending from (
        select c.file_name as title, c.sha256, c.begun_at as at, lower(substring(c.file_name from '[.]([A-Za-z]{1,5})$')) as ending
          from scan c where c.assembly_id = $1 and c.state = 'READ'
        union all select f.file_name, f.sha256, f.uploaded_at, substring(f.media_type from '[a-z]+$')
          from paper_sheet s join stored_file f on f.id = s.scan_file_id where s.assembly_id = $1) as all_scans
      where sha256 is not null order by sha256, at, title`,
    [assemblyId],
  );
  const answers = await read<{ title: string; sha256: string; ending: string }>(
    `select f.file_name as title, f.sha256, substring(f.media_type from '[a-z]+$') as ending
       from dispute d join stored_file f on f.id = any(d.evidence_file_ids) where d.assembly_id = $1 order by d.opened_at, d.id, f.uploaded_at, f.id`,
    [assemblyId],
  );
  const repairs = await read<{ title: string; sha256: string; ending: string }>(
    `select f.file_name as title, f.sha256, substring(f.media_type from '[a-z]+$') as ending
       from defect_repair d join stored_file f on f.id = any(d.evidence_file_ids) where d.assembly_id = $1 order by d.at, d.id, f.uploaded_at, f.id`,
    [assemblyId],
  );
  const numbered = (folder: string, rows: readonly { title: string; sha256: string; ending: string | null }[]) =>
    rows.map(({ title, sha256, ending }, at) => ({
      name: `${folder}/${String(at + 1).padStart(3, '0')}.${ending ?? 'bin'}`,
      title,
      sha256,
    }));
  return [
    ...documents.flatMap(({ kind, format, sha256, signatures }) => {
      const name = `documents/${kind.toLowerCase().replaceAll('_', '-')}.${format.toLowerCase()}`;
      const signed = signatures.map((signature, at) => {
        const [origin, hash = ''] = signature.split(' ');
        const ending = origin === 'SERVER' ? 'ed25519.json' : 'p7s';
        return { name: `${name}.${String(at + 1)}.${ending}`, title: 'Подпись', sha256: hash };
      });
      return [{ name, title: `${paperWords[kind]} (${format})`, sha256 }, ...signed];
    }),
    ...materials.map(({ title, sha256, mediaType }, at) => ({
      name: `materials/${String(at + 1).padStart(3, '0')}.${
        mediaType
          .split('/')
          .at(-1)
          ?.replaceAll(/[^a-z0-9]/g, '') ?? 'bin'
      }`,
      title,
      sha256,
    })),
    ...numbered('scans', scans),
    ...numbered('disputes', answers),
    ...numbered('repairs', repairs),
  ];
}
