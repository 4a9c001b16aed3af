import { connect, type Socket } from 'node:net';
import { keyHeader } from './bench-key';

/**
 * One connection that is kept alive and asks one thing at a time. Bare, because it shares the machine with what it measures:
 * what a client library takes would be missing there.
 */
export class HttpConnection {
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (body: Buffer) => void; reject: (error: Error) => void } | undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.on('data', (bytes) => this.take(bytes));
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('The server closed the connection.')));
  }

  static async open(address: string): Promise<HttpConnection> {
    const { hostname, port, host } = new URL(address);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new HttpConnection(socket, host);
  }

  /** The bytes of a request, to be made once for all runs. */
  prepare(path: string, body: object): Buffer {
    const text = JSON.stringify(body);
    const head = [
      `POST ${path} HTTP/1.1`,
      `host: ${this.host}`,
      'content-type: application/json',
      'accept: application/json',
      `authorization: ${keyHeader}`,
      `content-length: ${Buffer.byteLength(text)}`,
    ].join('\r\n');
    return Buffer.from(`${head}\r\n\r\n${text}`);
  }

  /** Sends a prepared request and answers the body; anything but 200 is an error. */
  send(request: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private take(bytes: Buffer): void {
    this.received = this.received.length === 0 ? bytes : Buffer.concat([this.received, bytes]);
    try {
      const body = this.takeAnswer();
      const { waiting } = this;
      if (body === undefined) return;
      this.waiting = undefined;
      waiting?.resolve(body);
    } catch (error) {
      this.fail(error as Error);
    }
  }

  /** The body of the answer once all of it is there. */
  private takeAnswer(): Buffer | undefined {
    const headEnd = this.received.indexOf('\r\n\r\n');
    if (headEnd < 0) return undefined;
    const head = this.received.toString('latin1', 0, headEnd);
    const length = /^content-length: *(\d+)/im.exec(head)?.[1];
    if (length === undefined) throw new Error(`An answer without content-length:\n${head}`);
    const end = headEnd + 4 + Number(length);
    if (this.received.length < end) return undefined;
    const body = this.received.subarray(headEnd + 4, end);
    this.received = this.received.subarray(end);
    if (!head.startsWith('HTTP/1.1 200')) throw new Error(`${head}\n\n${body}`);
    return body;
  }

  private fail(error: Error): void {
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.reject(error);
  }
}
