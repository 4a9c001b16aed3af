import type { WriteStream } from 'node:tty';
import type { Progress } from '../import/import-options';

const TERMINAL_INTERVAL_MS = 200;
const LOG_INTERVAL_MS = 5_000;

/** Progress on standard error: one line that is written over on a terminal, a line every few seconds in a log. */
export function showProgress(stream: WriteStream) {
  const startedAt = Date.now();
  let shownAt = startedAt;
  let shownPhase: Progress['phase'] = 'reading';
  let isOpen = false;

  return {
    show({ phase, rows }: Progress): void {
      const now = Date.now();
      const interval = stream.isTTY ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS;
      const isNews = phase !== shownPhase && now - startedAt >= interval;
      if (!isNews && now - shownAt < interval) return;
      shownAt = now;
      shownPhase = phase;
      const perSecond = Math.round((rows * 1000) / (now - startedAt));
      const speed = phase === 'reading' ? ` (${perSecond.toLocaleString('en')}/s)` : '';
      const line = `${phase} ${rows.toLocaleString('en')} rows${speed}`;
      stream.write(stream.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
      isOpen = stream.isTTY;
    },

    /** Takes the line off the terminal. */
    end(): void {
      if (isOpen) stream.write('\r\x1b[K');
      isOpen = false;
    },
  };
}
