import type { Example } from './parseExample';

/** The examples that hold every word of `text`, in either language, whatever its capitals and diacritics. */
export function searchExamples(examples: readonly Example[], text: string): readonly Example[] {
  const words = withoutDiacritics(text).split(/\s+/).filter(Boolean);
  return examples.filter((example) => {
    const searched = withoutDiacritics(
      [
        example.title.vi,
        example.title.en,
        ...example.teaches.vi,
        ...example.teaches.en,
        example.document,
      ].join(' '),
    );
    return words.every((word) => searched.includes(word));
  });
}

/** đ is a letter of its own in Unicode: taking diacritics off does not turn it into d. */
function withoutDiacritics(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
