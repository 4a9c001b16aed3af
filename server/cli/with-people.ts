import type { DataSource } from 'typeorm';
import { Access } from '../access/access';
import type { Caller } from '../access/caller';
import { todayIn } from '../clock';
import { loadConfig } from '../config';
import { openDatabaseBesideServer } from '../database/open-database';
import { refuseOldSchema } from './refuse-old-schema';

/** The database, for a command of the operator, who may do everything. */
export async function withPeople(
  command: string,
  work: (dataSource: DataSource, caller: Caller) => Promise<void>,
): Promise<void> {
  const config = loadConfig(process.env);
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const { dataSource, close } = await openDatabaseBesideServer(config, { command, log });
  try {
    await refuseOldSchema(dataSource);
    const today = todayIn(config.timeZone, () => new Date());
    await work(dataSource, { access: Access.ofSystem(command), today, requestId: command });
  } finally {
    await close();
  }
}

/** The id of the user with that name. */
export async function idOfUser(dataSource: DataSource, username: string): Promise<number> {
  const [user] = await dataSource.query<{ id: number }[]>(
    'select id from app_user where lower(username) = lower($1::text)',
    [username],
  );
  if (!user) throw new Error(`There is no user "${username}": \`khoi users list\` shows who there is.`);
  return user.id;
}
