import type { Language } from './languages';

export const exampleGroups = ['start', 'report', 'analysis', 'structure', 'records'] as const;
export type ExampleGroup = (typeof exampleGroups)[number];

export interface Example {
  /** The file's name without its ending, such as `01-members-of-the-bloc`. */
  readonly name: string;
  readonly group: ExampleGroup;
  readonly title: Readonly<Record<Language, string>>;
  /** What it teaches, line by line. */
  readonly teaches: Readonly<Record<Language, readonly string[]>>;
  /** The GraphQL document below the header. */
  readonly document: string;
  /** JSON, or empty. */
  readonly variables: string;
}

/**
 * Reads an example from its file. The header is a comment: `# group: …`, then for each language `# vi: title` and
 * lines that begin with `#` and at least two spaces, which say what the example teaches.
 */
export function parseExample(name: string, text: string, variables = ''): Example {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const header = lines.slice(0, end);
  const group = headingOf(header, 'group');
  if (!isGroup(group)) throw new Error(`Example ${name}: unknown group "${group}".`);
  return {
    name,
    group,
    title: { vi: headingOf(header, 'vi'), en: headingOf(header, 'en') },
    teaches: { vi: linesBelow(header, 'vi'), en: linesBelow(header, 'en') },
    document: lines.slice(end).join('\n').trim(),
    variables: variables.trim(),
  };
}

/** The text of the tab in which an example opens: its header in the reader's language, then the document. */
export function textOf(example: Example, language: Language): string {
  const header = [example.title[language], '', ...example.teaches[language]].map((line) =>
    `# ${line}`.trim(),
  );
  return `${header.join('\n')}\n\n${example.document}\n`;
}

function headingOf(header: readonly string[], key: string): string {
  const prefix = `# ${key}: `;
  const line = header.find((candidate) => candidate.startsWith(prefix));
  return line?.slice(prefix.length).trim() ?? '';
}

function linesBelow(header: readonly string[], key: string): string[] {
  const first = header.findIndex((line) => line.startsWith(`# ${key}: `)) + 1;
  const rest = header.slice(first);
  const end = rest.findIndex((line) => !line.startsWith('#  '));
  return rest.slice(0, end === -1 ? undefined : end).map((line) => line.slice(1).trim());
}

function isGroup(group: string): group is ExampleGroup {
  return (exampleGroups as readonly string[]).includes(group);
}
