/** SQL text with its parameters: values never become part of the text. */
export interface SqlStatement {
  text: string;
  values: unknown[];
}

/** Numbers the parameters of a statement as its text is put together. */
export class SqlParameters {
  readonly values: unknown[] = [];

  /** Keeps the value and returns its cast placeholder, such as `$3::integer[]`. */
  add(value: unknown, type: string): string {
    return `${this.bind(value)}::${type}`;
  }

  /** The same without a cast, for SQL that says the type itself. */
  readonly bind = (value: unknown): string => `$${this.values.push(value)}`;
}
