/** One command of the command line; each lives in a file of its own and stands in the table in `commands.ts`. */
export interface Command {
  /** What `khoi COMMAND --help` prints. */
  help: string;
  /** Takes what stands after the command's name; throws a {@link UsageError} if it cannot be understood. */
  run(args: string[]): Promise<void>;
}

/** The command was not called as it can be: exit code 2, where everything else that fails gives 1. */
export class UsageError extends Error {}
