import { mayDo } from '../../../admin/src/access/rights';
import type { Session } from '../../../admin/src/access/sessionAnswer';

const session = (rights: string[], rightsEverywhere: string[] = []) =>
  ({ user: { id: '1', username: 'u', name: 'U' }, rights, rightsEverywhere }) as Session;

const editor = session(['READ', 'MAKE_KEYS', 'WRITE_FIGURES']);
const all = [
  'READ',
  'MAKE_KEYS',
  'WRITE_FIGURES',
  'SET_TARGETS',
  'CHANGE_STRUCTURE',
  'READ_AUDIT',
  'DEFINE',
  'MANAGE_PEOPLE',
];
const ofBranch = session(all);
const ofTree = session(all, all);

describe('what is offered', () => {
  it.each<[string, string, boolean, boolean, boolean]>([
    ['partyUnits', 'list', true, true, true],
    ['partyUnits', 'create', false, true, true],
    ['observations', 'edit', true, true, true],
    ['targets', 'edit', false, true, true],
    ['indicators', 'show', true, true, true],
    ['indicators', 'edit', false, false, true],
    ['dimensionMembers', 'delete', false, false, true],
    ['programmes', 'create', false, false, true],
    ['users', 'list', false, false, true],
    ['grants', 'create', false, false, true],
    ['auditEntries', 'list', false, true, true],
    ['auditEntries', 'delete', false, false, false],
  ])('of %s to %s: to an editor %s, an administrator of a branch %s, of the tree %s', (...row) => {
    const [resource, action, ...allowed] = row;
    expect([editor, ofBranch, ofTree].map((one) => mayDo(one, { action, resource }))).toEqual(allowed);
  });

  it('is nothing to who is not signed in or has no grant', () => {
    expect(mayDo(null, { action: 'list', resource: 'partyUnits' })).toBe(false);
    expect(mayDo(session([]), { action: 'list', resource: 'partyUnits' })).toBe(false);
  });

  it('is no change of a unit that is only named', () => {
    const asked = { action: 'edit', resource: 'partyUnits' };
    expect(mayDo(ofBranch, { ...asked, record: { isOnlyName: true } })).toBe(false);
    expect(mayDo(ofBranch, { ...asked, record: {} })).toBe(true);
  });
});
