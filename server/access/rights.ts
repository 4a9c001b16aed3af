import { Role } from '../../schema/access/role.enum';

/** The least role that each kind of operation takes. docs/security.md has the table; a test holds every operation against it. */
export const leastRole = {
  /** Units, figures, targets and answers. */
  READ: Role.VIEWER,
  MAKE_KEYS: Role.ANALYST,
  WRITE_FIGURES: Role.EDITOR,
  SET_TARGETS: Role.APPROVER,
  CHANGE_STRUCTURE: Role.ADMINISTRATOR,
  READ_AUDIT: Role.ADMINISTRATOR,
  /** Indicators, kinds, sectors, dimensions and programmes, which all units share. */
  DEFINE: Role.ADMINISTRATOR,
  MANAGE_PEOPLE: Role.ADMINISTRATOR,
} as const satisfies Record<string, Role>;

export type Right = keyof typeof leastRole;

const order = Object.values(Role);

export function isAtLeast(role: Role, least: Role): boolean {
  return order.indexOf(role) >= order.indexOf(least);
}
