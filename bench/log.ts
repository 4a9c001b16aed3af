/** Takes a line about what is going on. */
export type Log = (line: string) => void;

const startedAt = performance.now();

/** Says on standard error what the program does and since when it runs, so that standard output has the results alone. */
export const logProgress: Log = (line) => {
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  process.stderr.write(`${clock.padStart(6)}  ${line}\n`);
};
