import { join } from 'node:path';
import type { Config } from './config.ts';
import type { FileStore } from './kernel/ports.ts';
import { openDiskFiles } from './adapters/files/disk-files.ts';
import { openS3Files } from './adapters/files/s3-files.ts';

/** Where files are kept: on this disk, or in a bucket if one is named. */
export async function openFiles(config: Config): Promise<FileStore> {
  const folder = join(config.home, 'files');
  const { s3Bucket, s3Endpoint, s3Region, s3AccessKeyId = '', s3SecretAccessKey = '', s3CacheMegabytes } = config;
  if (s3Bucket === null) return openDiskFiles(folder);
  return openS3Files(
    {
      bucket: s3Bucket,
      endpoint: s3Endpoint,
      region: s3Region,
      accessKeyId: s3AccessKeyId,
      secretAccessKey: s3SecretAccessKey,
      cacheBytes: s3CacheMegabytes * 1024 * 1024,
    },
    folder,
  );
}
