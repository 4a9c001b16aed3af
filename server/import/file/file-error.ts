/** The file cannot be read any further; what was read of it is not used. */
export class FileError extends Error {
  constructor(
    readonly reason: string,
    readonly row: number | null = null,
  ) {
    super(reason);
  }
}
