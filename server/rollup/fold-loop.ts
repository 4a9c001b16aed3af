import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

/** So many changes at a time: a fold holds back others who change the tree for no longer than that takes. */
const BITE = 2_000;
const IDLE_MS = 500;
/** A fold of few changes costs hardly more than of one: so few units wait a moment for others. */
const FEW_UNITS = 500;
const FEW_MS = 200;
const AFTER_FAILURE_MS = 5_000;

export interface FoldLog {
  warn(details: object, message: string): void;
}

/**
 * Folds the log of changes into the roll-ups as long as the server runs. Several servers on one database take turns; a fold
 * is one transaction, so that one which is killed has done nothing.
 */
export class FoldLoop {
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: FoldLog,
  ) {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const pause = await this.fold();
      if (pause > 0)
        await sleep(pause, undefined, { signal: this.stopping.signal, ref: false }).catch(() => {});
    }
  }

  /** Folds once, and answers how long to wait before the next. */
  private async fold(): Promise<number> {
    try {
      const units = await this.dataSource.transaction(async (manager) => {
        await manager.query('set local statement_timeout = 0');
        const [row]: { units: number }[] = await manager.query('select fold_rollups($1) as units', [BITE]);
        return row?.units ?? 0;
      });
      if (units === 0) return IDLE_MS;
      return units < FEW_UNITS ? FEW_MS : 0;
    } catch (error) {
      if (this.stopping.signal.aborted) return 0;
      // Answers stay right meanwhile: what is not folded is added as it is read.
      this.log.warn({ err: error }, 'Changes could not be folded into the roll-ups; trying again.');
      return AFTER_FAILURE_MS;
    }
  }
}
