import {
  constraintMessage,
  holderMessage,
  messageParameters,
} from '../../../admin/src/dataProvider/messageParameters';
import { khoiEnglish } from '../../../admin/src/i18n/messages/khoi.en';
import { AppError, type ErrorCode, errorRegistry } from '../../../server/errors';

/** An error with its parameters named after themselves. */
function errorOf(code: ErrorCode): AppError {
  const { message, hint } = errorRegistry[code];
  const names = [...`${message}${hint}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name));
  return new AppError(code, Object.fromEntries(names.map((name) => [name, sample(name)])) as never);
}

const sample = (name: string) => (name === 'position' ? '12' : `Some-${name}`);

describe('the values inside an error of the server', () => {
  const translated = Object.entries(khoiEnglish.errors).filter(([code]) => code in errorRegistry);

  it.each(translated as [ErrorCode, string][])(
    '%s gives all that its translation names',
    (code, translation) => {
      const named = [...translation.matchAll(/%\{(\w+)\}/g)].map(([, name]) => String(name));
      const found = messageParameters(code, errorOf(code).message);
      expect(named.map((name) => [name, found[name]])).toEqual(named.map((name) => [name, sample(name)]));
    },
  );

  it('are none when the server says something else', () => {
    expect(messageParameters('CODE_TAKEN', 'Something new.')).toEqual({});
  });
});

describe('a constraint of a field', () => {
  it.each([
    ['must not be null', 'mustNotBeNull', {}],
    ['must be at most 300 characters long', 'mustBeShorter', { longest: '300' }],
    ['must be a day from 1900-01-01 to 2200-01-01', 'mustBeDay', {}],
    ['must be after startsOn', 'mustBeAfterStart', {}],
    [
      'must be after 2020-01-01, when the latest state of the unit begins',
      'mustBeAfter',
      { date: '2020-01-01' },
    ],
    ['must be 0 or more', 'mustBeAtLeast', { limit: '0' }],
    ['is required: an indicator without a formula is reported', 'mustNotBeNull', {}],
    ['must be left out or null: an indicator with a formula is computed', 'mustBeLeftOut', {}],
  ])('%s is known', (text, key, parameters) => {
    expect(constraintMessage(text)).toEqual({ key, parameters });
  });

  it('that is unknown stays as the server said it', () => {
    expect(constraintMessage('must rhyme')).toBeUndefined();
  });
});

describe('what holds a record that is in use', () => {
  it.each([
    ['73 units', { key: 'unit', count: '73' }],
    ['1 observation', { key: 'observation', count: '1' }],
    ['2 units merged into it', { key: 'unitMerged', count: '2' }],
    ['2 dragons', undefined],
  ])('%s', (holder, known) => {
    expect(holderMessage(holder)).toEqual(known);
  });
});
