import type { Session } from './sessionAnswer';

export type Right =
  | 'READ'
  | 'MAKE_KEYS'
  | 'WRITE_FIGURES'
  | 'SET_TARGETS'
  | 'CHANGE_STRUCTURE'
  | 'READ_AUDIT'
  | 'DEFINE'
  | 'MANAGE_PEOPLE';

/** A right on some part of the tree, or on all of it. The server is the judge: this only says what is worth offering. */
interface Need {
  right: Right;
  everywhere?: true;
}

interface Needs {
  read: Need;
  write: Need | null;
}

const read: Need = { right: 'READ' };
const manage: Need = { right: 'MANAGE_PEOPLE', everywhere: true };
const people: Needs = { read: manage, write: manage };
/** What all units share. */
const shared: Needs = { read, write: { right: 'DEFINE', everywhere: true } };

const needs: Record<string, Needs> = {
  partyUnits: { read, write: { right: 'CHANGE_STRUCTURE' } },
  observations: { read, write: { right: 'WRITE_FIGURES' } },
  targets: { read, write: { right: 'SET_TARGETS' } },
  indicators: shared,
  dimensions: shared,
  dimensionMembers: shared,
  programmes: shared,
  objectives: shared,
  unitKinds: shared,
  sectors: shared,
  users: people,
  grants: people,
  auditEntries: { read: { right: 'READ_AUDIT' }, write: null },
};

const writing = new Set(['create', 'edit', 'delete', 'clone']);

function has(session: Session, { right, everywhere }: Need): boolean {
  return (everywhere ? session.rightsEverywhere : session.rights).includes(right);
}

/** Whether something of a resource is offered; what has no entry above is for everyone who is signed in. */
export function mayDo(
  session: Session | null,
  { action, resource, record }: { action: string; resource: string; record?: unknown },
): boolean {
  if (!session?.user) return false;
  if (writing.has(action) && (record as { isOnlyName?: boolean } | undefined)?.isOnlyName) return false;
  const needed = needs[resource];
  if (!needed) return true;
  const need = writing.has(action) ? needed.write : needed.read;
  return need !== null && has(session, need);
}
