import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { Role } from '../../schema/access/role.enum';
import type { Caller } from '../access/caller';
import { ApiKeyService } from '../api-key/api-key.service';
import { makeKey } from '../api-key/make-key';
import { lookUpIds } from '../resource/look-up';
import { named } from '../resource/named-resources';
import { type Command, UsageError } from './command';
import { readMoment, readRole, required } from './read-options';
import { idOfUser, withPeople } from './with-people';

const print = (line: string) => process.stdout.write(`${line}\n`);

interface WantedKey {
  username: string;
  name: string;
  role: Role;
  unit: string | undefined;
  seesSensitive: boolean;
  isReadOnly: boolean;
  expiresAt: Date | null;
}

export const keysCommand: Command = {
  help: `Usage: khoi keys list
       khoi keys add --user NAME --name TEXT [--role ROLE] [--unit CODE] [--sees-sensitive] [--read-only] [--expires DATE]
       khoi keys revoke ID

Keys for tools. add prints the key, once, and nothing else. A key may do what its owner may, within what is said here. It may run
beside a server.

  --user NAME         whose key it is
  --name TEXT         what it is for
  --role ROLE         its highest role; VIEWER when left out
  --unit CODE         the unit whose subtree it is for; wherever its owner may when left out
  --sees-sensitive    includes the figures of sensitive indicators, where its owner sees them
  --read-only         changes nothing, whatever its role
  --expires DATE      its last day`,

  async run(args) {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        user: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string', default: Role.VIEWER },
        unit: { type: 'string' },
        'sees-sensitive': { type: 'boolean', default: false },
        'read-only': { type: 'boolean', default: false },
        expires: { type: 'string' },
      },
    });
    const [action, id, ...more] = positionals;
    if (more.length > 0) throw new UsageError(`Unexpected argument "${more[0]}".`);
    if (action === 'list') return withPeople('khoi keys list', list);
    if (action === 'revoke') {
      const key = required('The id of the key', id);
      return withPeople('khoi keys revoke', (dataSource, caller) => revoke(dataSource, caller, key));
    }
    if (action !== 'add') throw new UsageError('What to do is list, add or revoke.');
    const wanted: WantedKey = {
      username: required('--user', values.user),
      name: required('--name', values.name?.trim()),
      role: readRole(values.role),
      unit: values.unit,
      seesSensitive: values['sees-sensitive'],
      isReadOnly: values['read-only'],
      expiresAt: values.expires === undefined ? null : readMoment('--expires', values.expires),
    };
    return withPeople('khoi keys add', (dataSource, caller) => add(dataSource, caller, wanted));
  },
};

async function list(dataSource: DataSource): Promise<void> {
  const keys = await dataSource.query<{ id: number; text: string }[]>(
    `select api_key.id,
       concat(
         api_key.name, ' …', hint, ', of ', username, ': ', role,
         ' on ' || party_unit.code,
         case when is_read_only then ', read only' end,
         ', until ' || to_char(expires_at, 'YYYY-MM-DD'),
         ', last used ' || to_char(last_used_at, 'YYYY-MM-DD'),
         case when revoked_at is not null then ', revoked' end
       ) as text
     from api_key
     join app_user on app_user.id = api_key.user_id
     left join party_unit on party_unit.id = api_key.unit_id
     order by api_key.id`,
  );
  for (const { id, text } of keys) print(`${id}  ${text}`);
  if (keys.length === 0) print('There are no keys.');
}

async function revoke(dataSource: DataSource, caller: Caller, id: string): Promise<void> {
  const { name } = await new ApiKeyService(dataSource, caller, () => new Date()).revoke(id);
  print(`Key ${id}, ${name}, is revoked.`);
}

async function add(dataSource: DataSource, caller: Caller, wanted: WantedKey): Promise<void> {
  const { username, unit: code, ...limits } = wanted;
  const userId = await idOfUser(dataSource, username);
  const { unit } = await lookUpIds(dataSource.manager, { unit: { names: named.unit, code } }, caller);
  const key = await makeKey(dataSource.manager, { ...limits, userId, unitId: unit ?? null }, new Date());
  print(key.secret);
}
