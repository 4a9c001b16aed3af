import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { CreateGrantInput } from '../../schema/grant/grant.inputs';
import { CreateUserInput } from '../../schema/user/user.inputs';
import type { Caller } from '../access/caller';
import { GrantService } from '../grant/grant.service';
import { lookUpIds } from '../resource/look-up';
import { named } from '../resource/named-resources';
import { UserService } from '../user/user.service';
import { validateInput } from '../validate-input';
import { type Command, UsageError } from './command';
import { readRole, required } from './read-options';
import { idOfUser, withPeople } from './with-people';

const print = (line: string) => process.stdout.write(`${line}\n`);

export const usersCommand: Command = {
  help: `Usage: khoi users list
       khoi users add NAME --role ROLE [--unit CODE] [--sees-sensitive] [--person TEXT]
       khoi users reset-password NAME

Who may sign in. add makes a user with a role on a unit and all below it, or on the whole tree, and prints a password;
reset-password prints a new one, ends all sessions of the user and lifts a lock. Each is shown once, and must be changed at
the next sign-in. It may run beside a server.

  --role ROLE         VIEWER, ANALYST, EDITOR, APPROVER or ADMINISTRATOR
  --unit CODE         the unit for which it holds with all below; the whole tree when left out
  --sees-sensitive    includes the figures of sensitive indicators
  --person TEXT       the name of the person; the user name when left out`,

  async run(args) {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        role: { type: 'string' },
        unit: { type: 'string' },
        'sees-sensitive': { type: 'boolean', default: false },
        person: { type: 'string' },
      },
    });
    const [action, username, ...more] = positionals;
    if (more.length > 0) throw new UsageError(`Unexpected argument "${more[0]}".`);
    if (action === 'list') return withPeople('khoi users list', list);
    const name = required('The user name', username);
    if (action === 'reset-password') {
      return withPeople('khoi users reset-password', (dataSource, caller) => reset(dataSource, caller, name));
    }
    if (action !== 'add') throw new UsageError('What to do is list, add or reset-password.');
    const user = Object.assign(new CreateUserInput(), { username: name, name: values.person ?? name });
    const grant = Object.assign(new CreateGrantInput(), {
      role: readRole(required('--role', values.role)),
      unit: values.unit,
      seesSensitive: values['sees-sensitive'],
    });
    return withPeople('khoi users add', (dataSource, caller) => add(dataSource, caller, user, grant));
  },
};

async function list(dataSource: DataSource): Promise<void> {
  const users = await dataSource.query<{ username: string; name: string; notes: string; grants: string }[]>(
    `select username, name,
       concat(case when is_disabled then ' (disabled)' end, case when is_demo then ' (demo)' end) as notes,
       coalesce(
         (
           select string_agg(role || ' on ' || coalesce(party_unit.code, 'the whole tree'), ', ' order by access_grant.id)
           from access_grant
           left join party_unit on party_unit.id = access_grant.unit_id
           where access_grant.user_id = app_user.id
         ),
         'nothing granted'
       ) as grants
     from app_user
     order by lower(username)`,
  );
  for (const { username, name, notes, grants } of users) print(`${username}${notes}: ${name}; ${grants}`);
  if (users.length === 0) print('There are no users yet; the first start of the server makes one.');
}

async function reset(dataSource: DataSource, caller: Caller, username: string): Promise<void> {
  const id = await idOfUser(dataSource, username);
  const { user, password } = await new UserService(dataSource, caller, now).resetPassword(String(id));
  print(`The password of ${user.username} is now ${password}`);
}

async function add(
  dataSource: DataSource,
  caller: Caller,
  user: CreateUserInput,
  grant: CreateGrantInput,
): Promise<void> {
  await validateInput(user);
  // A unit that there is not is refused before there is a user.
  await lookUpIds(dataSource.manager, { unit: { names: named.unit, code: grant.unit } }, caller);
  const made = await new UserService(dataSource, caller, now).createWithPassword(user);
  await new GrantService(dataSource, caller).create({ ...grant, userId: String(made.user.id) });
  print(`The password of ${made.user.username} is ${made.password}`);
}

const now = () => new Date();
