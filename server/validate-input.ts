import { type ValidationError, validate } from 'class-validator';
import { AppError } from './errors';

/** Checks arguments and inputs against the constraints of their class; every problem is named at its field, all at once. */
export async function validateInput(argument: unknown): Promise<void> {
  const inputs = Array.isArray(argument) ? argument : [argument];
  const problems: ValidationError[] = [];
  for (const input of inputs) {
    if (isInput(input)) problems.push(...(await validate(input, { forbidUnknownValues: false })));
  }
  if (problems.length > 0)
    throw invalidInput(Object.fromEntries(problems.flatMap((problem) => describe(problem))));
}

/** The error for an input that is wrong: `fields` holds a message for each input field. */
export function invalidInput(fields: Record<string, string>): AppError {
  const problems = Object.entries(fields).map(([field, message]) => `${field} ${message}`);
  return new AppError('VALIDATION_FAILED', { problems: problems.join('; ') }, { fields });
}

/** Plain values and plain objects have no class whose constraints could be checked. */
function isInput(value: unknown): value is object {
  return typeof value === 'object' && value !== null && value.constructor !== Object;
}

function describe(error: ValidationError, path = ''): [field: string, message: string][] {
  const field = path + error.property;
  const own = error.constraints?.isDefined ?? Object.values(error.constraints ?? {})[0];
  const inner = (error.children ?? []).flatMap((child) => describe(child, `${field}.`));
  return own === undefined ? inner : [[field, own], ...inner];
}
