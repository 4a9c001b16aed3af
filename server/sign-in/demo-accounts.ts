import type { DataSource, EntityManager } from 'typeorm';
import { Role } from '../../schema/access/role.enum';

export interface DemoAccount {
  username: string;
  title: string;
  titleVi: string;
}

interface DemoGrant extends DemoAccount {
  name: string;
  role: Role;
  /** The code of a unit of the sample; null for the whole tree. */
  unit: string | null;
  seesSensitive: boolean;
}

/** Who can be chosen without a password where the sample was loaded. One editor has one grassroots committee only. */
export const demoAccounts: readonly DemoGrant[] = [
  {
    username: 'demo-administrator',
    name: 'Quản trị viên (mẫu)',
    title: 'Administrator: everything',
    titleVi: 'Quản trị viên: toàn quyền',
    role: Role.ADMINISTRATOR,
    unit: null,
    seesSensitive: true,
  },
  {
    username: 'demo-editor',
    name: 'Cán bộ nhập liệu (mẫu)',
    title: 'Editor: the figures of the Department of Finance',
    titleVi: 'Cán bộ nhập liệu: số liệu của Sở Tài chính',
    role: Role.EDITOR,
    unit: 'CQ-SOTC',
    seesSensitive: false,
  },
  {
    username: 'demo-analyst',
    name: 'Chuyên viên phân tích (mẫu)',
    title: 'Analyst: sees all units, changes nothing',
    titleVi: 'Chuyên viên phân tích: xem mọi đơn vị, không thay đổi',
    role: Role.ANALYST,
    unit: null,
    seesSensitive: false,
  },
];

/** Those that there are in this database, in their order here. */
export async function listDemoAccounts(dataSource: DataSource): Promise<DemoAccount[]> {
  const found = await dataSource.query<{ username: string }[]>(
    'select username from app_user where is_demo and not is_disabled',
  );
  const usernames = new Set(found.map(({ username }) => username));
  return demoAccounts
    .filter(({ username }) => usernames.has(username))
    .map(({ username, title, titleVi }) => ({ username, title, titleVi }));
}

/** Makes them, together with the sample. */
export async function insertDemoAccounts(manager: EntityManager): Promise<void> {
  await manager.query(
    `with given as (
       select * from json_to_recordset($1::json) as given
         (username text, name text, role text, unit text, "seesSensitive" boolean)
     ),
     made as (
       insert into app_user (username, name, is_demo)
       select username, name, true from given
       on conflict do nothing
       returning id, username
     )
     insert into access_grant (user_id, role, unit_id, sees_sensitive)
     select made.id, given.role, party_unit.id, given."seesSensitive"
     from made
     join given on given.username = made.username
     left join party_unit on party_unit.code = given.unit
     where given.unit is null or party_unit.id is not null`,
    [JSON.stringify(demoAccounts)],
  );
}
