import { Role } from '../../schema/access/role.enum';
import { AppError } from '../errors';
import { isAtLeast, leastRole, type Right } from './rights';
import { Scope } from './scope';

/** Who does something, as the trace of changes will tell. */
export interface Actor {
  /** A person signed in, a key that a person made for a tool, or a command on the server itself. */
  kind: 'USER' | 'KEY' | 'SYSTEM';
  userId: number | null;
  keyId: number | null;
  /** The user name, with the name of the key if there is one; of a command its own. */
  name: string;
}

/** A role on a unit and all below it, wherever that moves. */
export interface Grant {
  role: Role;
  /** Null: the whole tree. */
  unitId: number | null;
  seesSensitive: boolean;
}

/** What a key may do at most, of all that its owner may. */
export interface KeyLimits extends Grant {
  isReadOnly: boolean;
}

/**
 * What one request may see and change: the one place where that is decided. Everything that reads or writes is handed one and
 * asks it, so that there is no way around it.
 */
export class Access {
  private readonly scopes = new Map<Right, Scope>();

  constructor(
    readonly actor: Actor,
    private readonly grants: readonly Grant[],
    private readonly limits: KeyLimits | null = null,
  ) {}

  /** Of the operator of the server, who holds the database anyway: commands and the sample. */
  static ofSystem(name: string): Access {
    const actor: Actor = { kind: 'SYSTEM', userId: null, keyId: null, name };
    return new Access(actor, [{ role: Role.ADMINISTRATOR, unitId: null, seesSensitive: true }]);
  }

  /** Whether there is any part of the tree where the right holds. */
  may(right: Right): boolean {
    return this.holding(right).length > 0;
  }

  /** Whether the right holds for all units, those to come included. */
  mayEverywhere(right: Right): boolean {
    const holds = this.holding(right).some(({ unitId }) => unitId === null);
    return holds && (this.limits === null || this.limits.unitId === null);
  }

  require(right: Right): void {
    if (!this.may(right)) throw forbidden(right);
  }

  requireEverywhere(right: Right): void {
    if (!this.mayEverywhere(right)) throw forbidden(right);
  }

  /** The units and figures for which the right holds. */
  scopeOf(right: Right): Scope {
    let scope = this.scopes.get(right);
    if (!scope) {
      scope = new Scope(this.holding(right), this.limits);
      this.scopes.set(right, scope);
    }
    return scope;
  }

  /** The highest role on any part of the tree; null without any. */
  get highestRole(): Role | null {
    const roles = Object.values(Role).filter(
      (role) => this.isWithinLimits(role) && this.grants.some((grant) => isAtLeast(grant.role, role)),
    );
    return roles.at(-1) ?? null;
  }

  private holding(right: Right): Grant[] {
    const least = leastRole[right];
    if (this.limits?.isReadOnly && changing.has(right)) return [];
    return this.isWithinLimits(least) ? this.grants.filter(({ role }) => isAtLeast(role, least)) : [];
  }

  private isWithinLimits(role: Role): boolean {
    return this.limits === null || isAtLeast(this.limits.role, role);
  }
}

/** What a key that only reads never may. */
const changing = new Set<Right>([
  'MAKE_KEYS',
  'WRITE_FIGURES',
  'SET_TARGETS',
  'CHANGE_STRUCTURE',
  'DEFINE',
  'MANAGE_PEOPLE',
]);

const doing: Record<Right, string> = {
  READ: 'see units and figures',
  MAKE_KEYS: 'make keys for tools',
  WRITE_FIGURES: 'enter figures',
  SET_TARGETS: 'set targets',
  CHANGE_STRUCTURE: 'carry out acts on units',
  READ_AUDIT: 'see who changed what',
  DEFINE: 'define what all units share',
  MANAGE_PEOPLE: 'manage people and their grants',
};

/** The error for what a grant does not cover. */
export function forbidden(right: Right): AppError {
  return new AppError('FORBIDDEN', { action: doing[right] });
}
