import { GraphQLError } from 'graphql';

/**
 * Every error that a client can meet: its code, its message and how to put it right. `{name}` in a message is filled
 * from the parameters of the error. A test keeps the table in README.md equal to this registry.
 */
export const errorRegistry = {
  VALIDATION_FAILED: {
    message: 'The input is not valid: {problems}.',
    hint: 'Correct the fields named in extensions.fields.',
  },
  UNAUTHENTICATED: {
    message: '{problem}',
    hint: 'Sign in, or send a key as Authorization: Bearer, as X-API-Key or as the password of HTTP Basic.',
  },
  FORBIDDEN: {
    message: 'You may not {action} here.',
    hint: 'An administrator can grant a role on the part of the tree that this is about.',
  },
  NOT_FOUND: {
    message: 'There is no {resource} {key}.',
    hint: 'Check the code or id; lists answer what exists.',
  },
  UNKNOWN_CODE: {
    message: 'Unknown {resource} code {code}.',
    hint: 'Codes are compared exactly, capital letters included; lists answer what exists.',
  },
  CODE_TAKEN: {
    message: '{resource} code "{code}" is taken.',
    hint: 'Choose another code; the codes of closed units stay reserved.',
  },
  DUPLICATE: {
    message: 'There is already {what}.',
    hint: 'Update the existing record instead.',
  },
  CONFLICT: {
    message:
      '{resource} {key} was changed by someone else: you have version {version}, the current one is {current}.',
    hint: 'Compare extensions.current with extensions.submitted and send the update again with the current version.',
  },
  IN_USE: {
    message: '{what} is in use: {holders}.',
    hint: 'Remove what holds it first, or keep it.',
  },
  PERIOD_MALFORMED: {
    message: '"{period}" is not a period.',
    hint: 'Write 2022, 2022-H2, 2022-Q3 or 2022-08, with years from 1900 to 2199.',
  },
  PERIOD_TYPE_MISMATCH: {
    message: 'Indicator {indicator} is reported by {expected}: "{period}" is {actual}.',
    hint: 'Ask for a period of that type or longer; report in a period of exactly that type.',
  },
  PERIOD_RANGE_INVALID: {
    message: 'The range from {from} to {to} {problem}.',
    hint: 'Both ends must fall on whole periods of the granularity, the first before the last.',
  },
  AGGREGATION_NOT_ALLOWED: {
    message: 'Indicator {indicator} {problem}.',
    hint: '{allowed}',
  },
  QUERY_INVALID: {
    message: 'The query is not valid: {problem}.',
    hint: '{allowed}',
  },
  UNIT_MERGED: {
    message: 'Unit {unit} was merged into {successor} on {date}.',
    hint: 'Ask for {successor}, or for the history of {unit} with structure AS_REPORTED.',
  },
  UNIT_NOT_OPEN: {
    message: 'Unit {unit} is not open {when}.',
    hint: 'Figures and placements must lie between the day a unit opens and the day it closes.',
  },
  PARENT_NOT_OPEN: {
    message: '{problem}',
    hint: 'A parent must be open for as long as the unit stands under it.',
  },
  PLACEMENT_INVALID: {
    message: '{problem}',
    hint: 'The placements of a unit cover its life without gap or overlap.',
  },
  PLACEMENT_CYCLE: {
    message: '{problem}',
    hint: 'Choose a parent that is not in the subtree of the unit.',
  },
  UNIT_HAS_CHILDREN: {
    message: 'Unit {unit} has subordinate units that are open on {date}: {children}.',
    hint: 'Say in moveChildrenTo which unit takes them over, or move or close them first.',
  },
  ACT_CHANGES_NOTHING: {
    message: 'The act changes nothing: unit {unit} is so from {date} on already.',
    hint: 'Look at the changes of the unit; the act may have been entered before.',
  },
  ACT_INVALID: {
    message: 'The act is not possible: {problem}.',
    hint: '{allowed}',
  },
  UNDO_REFUSED: {
    message: 'Act {id} cannot be undone: {problem}.',
    hint: '{allowed}',
  },
  INDICATOR_COMPUTED: {
    message: 'Indicator {indicator} is computed: it takes no figures of its own.',
    hint: 'Report the indicators that its formula names.',
  },
  MEMBER_REQUIRED: {
    message: 'Indicator {indicator} is broken down by {dimension}: name a member.',
    hint: 'Use the member "unspecified" for what was reported undivided.',
  },
  MEMBER_NOT_ALLOWED: {
    message: 'Member "{member}" does not belong to indicator {indicator}.',
    hint: '{allowed}',
  },
  VALUE_OUT_OF_RANGE: {
    message: '{value} is not allowed for indicator {indicator}.',
    hint: '{allowed}',
  },
  FORMULA_INVALID: {
    message: 'The formula cannot be read at position {position}: {problem}.',
    hint: 'Write + - * / ( ) numbers, indicator codes and ytd(code), such as 100 * good / classified.',
  },
  FORMULA_CYCLE: {
    message: 'The formula of {indicator} leads back to itself: {path}.',
    hint: 'Name reported indicators, or computed ones that do not use this one.',
  },
  CURSOR_INVALID: {
    message: 'The cursor was not made by this query.',
    hint: 'Send endCursor of the page before with the very same query.',
  },
  CURSOR_STALE: {
    message: 'The figures changed since the page before.',
    hint: 'Start again from the first page, or ask for more rows at once.',
  },
  QUERY_TOO_COMPLEX: {
    message: 'The query asks for too much: {problem}.',
    hint: 'Ask for fewer fields, rows, aliases or levels.',
  },
  DOCUMENT_UNKNOWN: {
    message: 'There is no document "{id}".',
    hint: 'The page and the server are of different versions: load the page again, or send the query itself.',
  },
  RATE_LIMITED: {
    message: 'There were more than {max} requests in a minute.',
    hint: 'Wait {seconds} s; ask for more at once rather than more often.',
  },
  BAD_REQUEST: {
    message: '{problem}',
    hint: 'POST a JSON object with query (and variables, operationName) as application/json, or GET with ?query=…',
  },
  BODY_TOO_LARGE: {
    message: 'The request body is larger than {limit}.',
    hint: 'Send less at once; files of figures go through the import.',
  },
  GRAPHQL_PARSE_FAILED: {
    message: '{problem}',
    hint: 'The message names line and column; the playground marks such places while you type.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    message: '{problem}',
    hint: 'The query does not fit the schema: the playground and schema.graphql show what there is.',
  },
  BAD_USER_INPUT: {
    message: '{problem}',
    hint: 'A variable or argument has the wrong type: compare it with the schema.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    message: '{problem}',
    hint: 'With several operations in one document, send operationName; changes go by POST only.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    message: '{problem}',
    hint: 'Send the query itself.',
  },
  INTERNAL_SERVER_ERROR: {
    message: 'Something went wrong on the server.',
    hint: 'It was logged with the request id in extensions.requestId; try again, then tell an administrator.',
  },
} as const satisfies Record<string, { message: string; hint: string }>;

export type ErrorCode = keyof typeof errorRegistry;

type Placeholders<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type ErrorParameters<Code extends ErrorCode> = Record<
  Placeholders<(typeof errorRegistry)[Code]['message']> | Placeholders<(typeof errorRegistry)[Code]['hint']>,
  string | number
>;

/** An error meant for the client. What else it should know, such as `fields`, goes into `details`. */
export class AppError<Code extends ErrorCode = ErrorCode> extends GraphQLError {
  constructor(
    readonly code: Code,
    parameters: ErrorParameters<Code>,
    details: Record<string, unknown> = {},
  ) {
    const { message, hint } = errorRegistry[code];
    const fill = (template: string) =>
      template.replace(/\{(\w+)\}/g, (_, name: string) =>
        String((parameters as Record<string, unknown>)[name]),
      );
    super(startWithCapital(fill(message)), { extensions: { code, hint: fill(hint), ...details } });
  }

  /** Says which field of an input the error is about, so that a form can show it there. */
  at(field: string): this {
    this.extensions.fields = { [field]: this.message };
    return this;
  }
}

/** A message may begin with the name of a resource, which stands in lower case elsewhere. */
function startWithCapital(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
