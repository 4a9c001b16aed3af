import { IsDefined, IsOptional, Matches, MaxLength, ValidateBy, ValidateIf } from 'class-validator';

/**
 * The constraints of input fields, in the words that a person sees next to the field ("name must be …"). They are those
 * of the database, which checks again: here an error comes at the field, and all errors come at once.
 */
function all(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}

/** What is left out stays as it is; null would empty what cannot be empty. */
export const MayBeLeftOut = (): PropertyDecorator =>
  all(
    IsDefined({ message: 'must not be null' }),
    ValidateIf((_, value) => value !== undefined),
  );

/** Left out or null: nothing to check. */
export const MayBeNull = (): PropertyDecorator => IsOptional();

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const code = /^(?=.{1,64}$)[^\s\x00-\x1f\x7f](?:[^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f])?$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const oneLine = /^[^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f][^\x00-\x1f\x7f]*$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the null character is what is refused here
const withoutNull = /^[^\x00]*$/u;

/** A code of 1 to 64 characters, no blanks at its ends. */
export const IsCode = (): PropertyDecorator =>
  Matches(code, {
    message: 'must be 1 to 64 characters, without blanks at its ends and without line breaks',
  });

/** One line of text that says something. */
export const IsLine = (longest: number): PropertyDecorator =>
  all(
    Matches(oneLine, { message: 'must be one line of text and not blank' }),
    MaxLength(longest, { message: `must be at most ${longest} characters long` }),
  );

/** Text of several lines. */
export const IsText = (longest: number): PropertyDecorator =>
  all(
    Matches(withoutNull, { message: 'must not contain the null character' }),
    MaxLength(longest, { message: `must be at most ${longest} characters long` }),
  );

/** A day that the database's date checks accept. */
export const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value) => typeof value === 'string' && value >= '1900-01-01' && value <= '2200-01-01',
      defaultMessage: () => 'must be a day from 1900-01-01 to 2200-01-01',
    },
  });

/** A number that is stored exactly: less than 10^15 away from zero, at most 12 decimal places. */
export const IsStorableDecimal = (): PropertyDecorator =>
  ValidateBy({
    name: 'isStorableDecimal',
    validator: {
      validate: (value) =>
        typeof value === 'string' && Math.abs(Number(value)) < 1e15 && scaleOf(value) <= 12,
      defaultMessage: () => 'must be less than 10^15 in size, with at most 12 decimal places',
    },
  });

function scaleOf(decimal: string): number {
  const [digits = '', exponent = '0'] = decimal.toLowerCase().split('e');
  return (digits.split('.')[1]?.length ?? 0) - Number(exponent);
}
