import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openS3Files, type S3Place } from './s3-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'veche-s3-'));
const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const megabyte = 1024 * 1024;
let store: S3rver;
let place: S3Place;
let serial = 0;

const freshFolder = (): string => join(folder, `disk-${String((serial += 1))}`);
async function* bytes(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content;
}

beforeAll(async () => {
  const free = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => free.once('listening', resolve));
  const address = free.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await new Promise((resolve) => free.close(resolve));
  store = new S3rver({
    address: '127.0.0.1',
    port,
    silent: true,
    directory: join(folder, 'bucket'),
    configureBuckets: [{ name: 'veche', configs: [] }],
  });
  await store.run();
  const endpoint = `http://127.0.0.1:${String(port)}`;
  place = { bucket: 'veche', endpoint, region: 'us-east-1', ...keys, cacheBytes: 100 * megabyte };
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('files in a bucket', () => {
  it('are there for every server of the bucket, byte for byte, once', async () => {
    const content = Buffer.alloc(3 * megabyte, 'вече');
    const one = await openS3Files(place, freshFolder());
    const kept = await one.put(bytes(content), 10 * megabyte);
    expect(kept.size).toBe(content.length);
    expect(await one.put(bytes(content), 10 * megabyte)).toEqual(kept);
    const another = await openS3Files(place, freshFolder());
    expect((await buffer(await another.read(kept.sha256))).equals(content)).toBe(true);
    const [first, second] = await Promise.all([another.localPath(kept.sha256), another.localPath(kept.sha256)]);
    expect(first).toBe(second);
  });

  it('are refused when they are too large, unknown, or not what was stored', async () => {
    const files = await openS3Files(place, freshFolder());
    await expect(files.put(bytes(Buffer.alloc(20)), 10)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    await expect(files.localPath('0'.repeat(64))).rejects.toMatchObject({ code: 'FILE_MISSING' });
    await expect(files.read('../../etc/passwd')).rejects.toMatchObject({ code: 'FILE_MISSING' });
    const { sha256 } = await files.put(bytes(Buffer.from('as it was')), 100);
    const client = new S3Client({
      endpoint: place.endpoint ?? '',
      region: place.region,
      forcePathStyle: true,
      credentials: keys,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
    const Key = `files/${sha256.slice(0, 2)}/${sha256}`;
    await client.send(new PutObjectCommand({ Bucket: 'veche', Key, Body: 'as somebody made it' }));
    const elsewhere = freshFolder();
    await expect((await openS3Files(place, elsewhere)).localPath(sha256)).rejects.toThrow('something else');
    expect(readdirSync(elsewhere, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())).toEqual(
      [],
    );
  });

  it('lie on the disk as long as there is room, those used last', async () => {
    const cached = freshFolder();
    const files = await openS3Files({ ...place, cacheBytes: 5 * megabyte }, cached);
    const put = async (letter: string) =>
      (await files.put(bytes(Buffer.alloc(2 * megabyte, letter)), 10 * megabyte)).sha256;
    const [a, b] = [await put('a'), await put('b')];
    await files.localPath(a);
    const c = await put('c');
    const onDisk = readdirSync(cached, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map(({ name }) => name);
    expect(onDisk.toSorted()).toEqual([a, c].toSorted());
    expect((await buffer(await files.read(b))).equals(Buffer.alloc(2 * megabyte, 'b'))).toBe(true);
  });

  it('say what is wrong with the bucket before the server serves', async () => {
    await expect(openS3Files({ ...place, bucket: 'nobodys' }, freshFolder())).rejects.toThrow(
      /^The bucket nobodys of S3_BUCKET cannot be used: /,
    );
  });
});
