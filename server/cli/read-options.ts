import { Role } from '../../schema/access/role.enum';
import { UsageError } from './command';

/** The one value that a command cannot do without. */
export function required(what: string, value: string | undefined): string {
  if (!value) throw new UsageError(`${what} is missing.`);
  return value;
}

/** A role, in capital letters or not. */
export function readRole(text: string): Role {
  const role = Object.values(Role).find((known) => known === text.toUpperCase());
  if (!role) throw new UsageError(`--role is one of ${Object.values(Role).join(', ')}; not "${text}".`);
  return role;
}

/** The end of a day, or a moment. */
export function readMoment(option: string, text: string): Date {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const moment = new Date(isDay ? `${text}T23:59:59.999Z` : text);
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(moment.getTime())) {
    throw new UsageError(`${option} is a day such as 2026-12-31; not "${text}".`);
  }
  return moment;
}
