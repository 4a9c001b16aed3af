/**
 * The values inside the server's English messages, so that a translation can name them too. A test keeps these
 * patterns in step with the server's registry of errors.
 */
const everything = /^(?<problem>.+)$/s;

const patterns: Record<string, RegExp> = {
  UNAUTHENTICATED: everything,
  FORBIDDEN: /^You may not (?<action>.+) here\.$/,
  RATE_LIMITED: /^There were more than (?<max>\S+) requests/,
  BAD_REQUEST: everything,
  BAD_USER_INPUT: everything,
  GRAPHQL_PARSE_FAILED: everything,
  GRAPHQL_VALIDATION_FAILED: everything,
  OPERATION_RESOLUTION_FAILURE: everything,
  NOT_FOUND: /^There is no (?<resource>.+) (?<key>\S+)\.$/,
  UNKNOWN_CODE: /^Unknown (?<resource>.+) code (?<code>.+)\.$/,
  CODE_TAKEN: /code "(?<code>.+)" is taken\.$/,
  IN_USE: /^.+ is in use: (?<holders>.+)\.$/,
  PERIOD_MALFORMED: /^"(?<period>.*)" is not a period\.$/,
  PERIOD_TYPE_MISMATCH: /^Indicator (?<indicator>.+) is reported by (?<expected>.+): "(?<period>.+)" is/,
  UNIT_NOT_OPEN: /^Unit (?<unit>.+) is not open (?<when>.+)\.$/,
  UNIT_HAS_CHILDREN:
    /^Unit (?<unit>.+) has subordinate units that are open on (?<date>\S+): (?<children>.+)\.$/,
  ACT_CHANGES_NOTHING: /: unit (?<unit>.+) is so from (?<date>\S+) on already\.$/,
  ACT_INVALID: /^The act is not possible: (?<problem>.+)\.$/,
  UNDO_REFUSED: /cannot be undone: (?<problem>.+)\.$/,
  INDICATOR_COMPUTED: /^Indicator (?<indicator>.+) is computed/,
  MEMBER_NOT_ALLOWED: /^Member "(?<member>.+)" does not/,
  VALUE_OUT_OF_RANGE: /^(?<value>.+) is not allowed for indicator (?<indicator>.+)\.$/,
  FORMULA_INVALID: /at position (?<position>\d+): (?<problem>.+)\.$/,
  FORMULA_CYCLE: /leads back to itself: (?<path>.+)\.$/,
};

export function messageParameters(code: string, message: string): Record<string, string> {
  return patterns[code]?.exec(message)?.groups ?? {};
}

/** What the server says is not allowed, or is wrong with a sign-in: each in the same words everywhere. */
const phrases: [RegExp, string][] = [
  [/^see units and figures$/, 'READ'],
  [/^make keys for tools$/, 'MAKE_KEYS'],
  [/^enter figures$/, 'WRITE_FIGURES'],
  [/^set targets$/, 'SET_TARGETS'],
  [/^carry out acts on units$/, 'CHANGE_STRUCTURE'],
  [/^see who changed what$/, 'READ_AUDIT'],
  [/^define what all units share$/, 'DEFINE'],
  [/^manage people and their grants$/, 'MANAGE_PEOPLE'],
  [/^see the sensitive figures behind (?<indicator>.+)$/, 'sensitive'],
  [/^send this from another site$/, 'fromAnotherSite'],
  [/^This is for people who are signed in/, 'notSignedIn'],
  [/^The session or key is not known/, 'sessionOver'],
  [/^The user name or the password is wrong/, 'wrongPassword'],
  [/^There were too many attempts/, 'tooManyAttempts'],
  [/^The password must be changed/, 'mustChangePassword'],
];

export function phraseMessage(
  words: string,
): { key: string; parameters: Record<string, string> } | undefined {
  for (const [pattern, key] of phrases) {
    const match = pattern.exec(words);
    if (match) return { key, parameters: match.groups ?? {} };
  }
  return undefined;
}

/** The constraints of the API's inputs, as they are said at a field. */
const constraints: [RegExp, string][] = [
  [/^(must not be null|is required)\b/, 'mustNotBeNull'],
  [/^must be after (openedOn|startsOn)$/, 'mustBeAfterStart'],
  [/^must be after (?<date>\d{4}-\d\d-\d\d)/, 'mustBeAfter'],
  [/^must be before (?<date>\d{4}-\d\d-\d\d)/, 'mustBeBefore'],
  [/^must be (?<limit>-?\d+) or more$/, 'mustBeAtLeast'],
  [/^must be at most (?<limit>\d+)$/, 'mustBeAtMost'],
  [/^must not be larger than maximum$/, 'mustNotExceedMaximum'],
  [/^must not be the unit itself$/, 'mustNotBeItself'],
  [/^must be left out\b/, 'mustBeLeftOut'],
  [/^must be one line of text and not blank$/, 'mustBeOneLine'],
  [/^must be at most (?<longest>\d+) characters long$/, 'mustBeShorter'],
  [/^must be 1 to 64 characters/, 'mustBeCode'],
  [/^must be a day from/, 'mustBeDay'],
  [/^must be less than 10\^15/, 'mustBeStorable'],
  [/^must be at least (?<shortest>\d+) characters long$/, 'mustBeLonger'],
  [/^must have at least five different characters$/, 'mustHaveDifferentCharacters'],
  [/^must not be made of the user name$/, 'mustNotBeUsername'],
  [/^is one that many people choose/, 'mustNotBeCommon'],
  [/^is not the password$/, 'isNotThePassword'],
  [/^must be another than before$/, 'mustBeAnother'],
  [/^must be 1 to 100 Latin letters/, 'mustBeUsername'],
  [/^must be in the future$/, 'mustBeInTheFuture'],
  [/last administrator of the whole tree/, 'mustKeepAnAdministrator'],
];

export function constraintMessage(
  text: string,
): { key: string; parameters: Record<string, string> } | undefined {
  for (const [pattern, key] of constraints) {
    const match = pattern.exec(text);
    if (match) return { key, parameters: match.groups ?? {} };
  }
  return undefined;
}

/** "12 observations" as a key of our messages and its count; undefined for what is not known. */
export function holderMessage(holder: string): { key: string; count: string } | undefined {
  const [, count = '', word = '', merged] =
    /^(\d+) (indicator|objective|observation|target|unit)s?( merged into it)?$/.exec(holder) ?? [];
  return word ? { key: merged ? 'unitMerged' : word, count } : undefined;
}
