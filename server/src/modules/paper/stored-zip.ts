import { crc32 } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: Uint8Array;
}

/** 1 January 1980, the first day a ZIP knows: the same parts are the same bytes. */
const firstDay = 0x21;

/** The fields that the header of a part and the table of contents have in common. */
function common({ name, content }: ZipPart): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(firstDay, 8);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}

/** A ZIP of parts as they are: PDF is packed already. Names are ASCII; one part is held at a time. */
export async function* storedZip(parts: AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const contents: Buffer[] = [];
  let at = 0;
  for await (const part of parts) {
    const fields = common(part);
    const head = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(part.name)]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    contents.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fields, place, Buffer.from(part.name)]),
    );
    yield head;
    yield Buffer.from(part.content);
    at += head.length + part.content.length;
  }
  const table = Buffer.concat(contents);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(contents.length, 4);
  end.writeUInt16LE(contents.length, 6);
  end.writeUInt32LE(table.length, 8);
  end.writeUInt32LE(at, 12);
  yield Buffer.concat([table, Buffer.from('PK\u0005\u0006'), end]);
}
