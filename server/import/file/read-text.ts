// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const control = /[\x00-\x1f\x7f]/;

/** What is wrong with a cell that should be one line of text, or null; an empty one is for the caller to judge. */
export function lineProblem(text: string, longest: number): string | null {
  if (text.length > longest) return `It must be at most ${longest} characters long.`;
  return control.test(text) ? 'It must be one line of text.' : null;
}
