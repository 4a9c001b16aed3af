/** A second press of Ctrl-C means it; npm passes the first one on a second time. */
const SAME_PRESS_MS = 1_000;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * What has been opened, closed in the opposite order when the process is asked to stop, be it in the middle of its
 * start. A second signal ends it at once.
 */
export class ClosingStack {
  private readonly closers: (() => Promise<unknown>)[] = [];
  private stoppedAt: number | undefined;

  constructor(private readonly log: (line: string) => void) {
    for (const signal of signals) process.on(signal, () => void this.onSignal());
  }

  /** Whether a signal has come; what then fails fails because its ground was taken away. */
  get isStopping(): boolean {
    return this.stoppedAt !== undefined;
  }

  /** Has something closed that may still be opening: a signal in the meantime waits for it. */
  async use<T>(opening: Promise<T>, close: (opened: T) => Promise<unknown>): Promise<T> {
    this.closers.push(() => opening.then(close, () => {}));
    return opening;
  }

  async close(): Promise<void> {
    for (let close = this.closers.pop(); close; close = this.closers.pop()) await close();
  }

  private async onSignal(): Promise<void> {
    if (this.stoppedAt !== undefined) {
      if (Date.now() - this.stoppedAt < SAME_PRESS_MS) return;
      this.log('Stopped at once.');
      process.exit(1);
    }
    this.stoppedAt = Date.now();
    this.log('Stopping; once more stops at once.');
    try {
      await this.close();
      process.exit(0);
    } catch (error) {
      this.log(`Stopping failed: ${(error as Error).message}`);
      process.exit(1);
    }
  }
}
