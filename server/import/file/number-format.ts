/** `plain`: 4240.5 · `vi`: 4.240,5 · `en`: 4,240.5 */
export type NumberFormat = 'plain' | 'vi' | 'en';

const patterns: Record<NumberFormat, RegExp> = {
  plain: /^-?\d+(?:\.\d+)?$/,
  vi: /^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/,
  en: /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/,
};

/** The longest a value of the allowed size and precision can be, with separators and some zeros to spare. */
const LONGEST = 60;

/** The number as the database writes it, or null if the text is none in that format. */
export function readNumber(text: string, format: NumberFormat): string | null {
  if (text.length > LONGEST || !patterns[format].test(text)) return null;
  if (format === 'vi') return text.replaceAll('.', '').replace(',', '.');
  return text.replaceAll(',', '');
}

interface Seen {
  row: number;
  text: string;
}

/**
 * Finds out how a file writes numbers, from all of them together: 4.240 alone may be four thousand or four and a bit,
 * and reading each cell by its own looks would mix the two in one file.
 */
export class NumberFormatDetector {
  private onlyVi: Seen | undefined;
  private onlyEn: Seen | undefined;
  private either: Seen | undefined;

  see(row: number, text: string, asVi: string | null, asEn: string | null): void {
    if (asVi === asEn) return;
    if (asEn === null) this.onlyVi ??= { row, text };
    else if (asVi === null) this.onlyEn ??= { row, text };
    else this.either ??= { row, text };
  }

  /** The format of the file, null when nothing depends on it, or why it cannot be told. */
  decide(): { format: 'vi' | 'en' | null } | { row: number; value: string; reason: string } {
    const { onlyVi, onlyEn, either } = this;
    if (onlyVi && onlyEn) {
      const [first, second] = onlyVi.row < onlyEn.row ? [onlyVi, onlyEn] : [onlyEn, onlyVi];
      return {
        row: second.row,
        value: second.text,
        reason: `The file mixes number formats: row ${first.row} has ${first.text}. Write all numbers in one.`,
      };
    }
    if (onlyVi) return { format: 'vi' };
    if (onlyEn) return { format: 'en' };
    if (!either) return { format: null };
    const [asVi, asEn] = [readNumber(either.text, 'vi'), readNumber(either.text, 'en')];
    return {
      row: either.row,
      value: either.text,
      reason: `It may be ${asVi} or ${asEn}, and no number in the file tells. Say --numbers vi or --numbers en.`,
    };
  }
}
