import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The network between a browser and a server. When it is cut, every connection ends in the middle and none is made, until it is mended. */
export class Line {
  readonly url: string;
  readonly #server: Server;
  readonly #ends = new Set<Socket>();
  #isCut = false;
  #bytesLeft = Number.POSITIVE_INFINITY;

  private constructor(server: Server, to: string) {
    this.#server = server;
    this.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    server.on('connection', (near: Socket) => this.#carry(near, Number(new URL(to).port)));
  }

  static async to(url: string): Promise<Line> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Line(server, url);
  }

  /** Cuts it by itself once the browser has sent so many bytes more. */
  cutAfter(bytes: number): void {
    this.#bytesLeft = bytes;
  }

  mend(): void {
    this.#isCut = false;
  }

  close(): void {
    this.#cut();
    this.#server.close();
  }

  #cut(): void {
    this.#isCut = true;
    this.#bytesLeft = Number.POSITIVE_INFINITY;
    for (const end of this.#ends) end.destroy();
  }

  #carry(near: Socket, port: number): void {
    if (this.#isCut) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#ends.add(end);
      end.on('error', () => end.destroy());
      end.on('close', () => {
        this.#ends.delete(end);
        other.destroy();
      });
    }
    far.pipe(near);
    near.on('data', (sent: Buffer) => {
      this.#bytesLeft -= sent.length;
      if (this.#bytesLeft < 0) this.#cut();
      else far.write(sent);
    });
  }
}
