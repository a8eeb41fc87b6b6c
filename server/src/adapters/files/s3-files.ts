import { createReadStream, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { GetObjectCommand, HeadBucketCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { FileStore } from '../../kernel/ports.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { StartProblem } from '../../kernel/start-problem.ts';
import { openDiskFiles, pathOfFile } from './disk-files.ts';
import { FileCache } from './file-cache.ts';

export interface S3Place {
  readonly bucket: string;
  /** null: that of the region at Amazon. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** How much of it may lie on this disk besides, in bytes. */
  readonly cacheBytes: number;
}

/**
 * Files in a bucket, under their SHA-256; a copy of what is in use lies on this disk. Whatever comes back from the bucket is
 * hashed before anybody sees it, so that nothing altered there is ever taken for what was stored.
 */
export async function openS3Files(place: S3Place, folder: string): Promise<FileStore> {
  const client = new S3Client({
    region: place.region,
    ...(place.endpoint === null ? {} : { endpoint: place.endpoint, forcePathStyle: true }),
    credentials: { accessKeyId: place.accessKeyId, secretAccessKey: place.secretAccessKey },
    // Stores other than Amazon's do not know the newer checksums; the SHA-256 is ours anyhow.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const Bucket = place.bucket;
  await client.send(new HeadBucketCommand({ Bucket })).catch((problem: unknown) => {
    const reason = problem instanceof Error ? `${problem.name} ${problem.message}`.trim() : String(problem);
    throw new StartProblem(`The bucket ${Bucket} of S3_BUCKET cannot be used: ${reason}.`);
  });
  const disk = await openDiskFiles(folder);
  const cache = new FileCache(folder, place.cacheBytes);
  const fetching = new Map<string, Promise<string>>();
  const keyOf = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256}`;

  const isThere = async (sha256: string): Promise<boolean> => {
    try {
      await client.send(new HeadObjectCommand({ Bucket, Key: keyOf(sha256) }));
      return true;
    } catch (problem) {
      if (isMissing(problem)) return false;
      throw problem;
    }
  };
  const fetched = async (sha256: string, path: string): Promise<string> => {
    const { Body } = await client
      .send(new GetObjectCommand({ Bucket, Key: keyOf(sha256) }))
      .catch((problem: unknown) => {
        throw isMissing(problem) ? new Refusal('FILE_MISSING') : problem;
      });
    const kept = await disk.put(Body as Readable, Number.POSITIVE_INFINITY);
    if (kept.sha256 !== sha256) {
      await rm(pathOfFile(folder, kept.sha256), { force: true });
      throw new Error(`the bucket holds something else under ${keyOf(sha256)}: its SHA-256 is ${kept.sha256}`);
    }
    await cache.sweep();
    return path;
  };
  const localPath = async (sha256: string): Promise<string> => {
    const path = pathOfFile(folder, sha256);
    if (existsSync(path)) {
      await cache.used(path);
      return path;
    }
    let copy = fetching.get(sha256);
    if (!copy) {
      copy = fetched(sha256, path).finally(() => fetching.delete(sha256));
      fetching.set(sha256, copy);
    }
    return copy;
  };
  return {
    async put(content, limitBytes) {
      const kept = await disk.put(content, limitBytes);
      if (!(await isThere(kept.sha256))) {
        const Body = createReadStream(pathOfFile(folder, kept.sha256));
        await client.send(new PutObjectCommand({ Bucket, Key: keyOf(kept.sha256), Body, ContentLength: kept.size }));
      }
      await cache.sweep();
      return kept;
    },
    read: async (sha256) => createReadStream(await localPath(sha256)),
    localPath,
  };
}

function isMissing(problem: unknown): boolean {
  return problem instanceof Error && ['NotFound', 'NoSuchKey'].includes(problem.name);
}
