import { DataTable, NullableBooleanInput, type RaRecord, SimpleList, useTranslate } from 'react-admin';
import type { Grant } from '../account/account.queries';
import { localName, showDateTime } from '../i18n/format';
import type { ExportColumn } from '../list/exporter';
import { ResourceList } from '../list/ResourceList';
import { Responsive } from '../list/Responsive';
import { SearchBox } from '../list/SearchBox';
import { UserState } from './UserState';

const filters = [
  <SearchBox key="q" source="q" alwaysOn />,
  <NullableBooleanInput
    key="isDisabled"
    source="isDisabled"
    label="resources.users.fields.isDisabled"
    alwaysOn
  />,
];

const columns: ExportColumn[] = [
  ['username', 'username'],
  ['name', 'name'],
  ['is_disabled', 'isDisabled'],
  ['created_at', 'createdAt'],
];

const oneLine = () => ({ whiteSpace: 'nowrap' });

/** The grants of a user in one line. */
function GrantsInBrief({ user }: { user: RaRecord }) {
  const translate = useTranslate();
  const grants = user.grants as Grant[];
  if (grants.length === 0) return <>{translate('khoi.grant.none')}</>;
  const words = ({ role, unit }: Grant) =>
    `${translate(`khoi.role.${role}`)}: ${unit ? localName(unit) : translate('khoi.grant.everywhere')}`;
  return <>{grants.map(words).join('; ')}</>;
}

export default function UserList() {
  return (
    <ResourceList filters={filters} exportColumns={columns}>
      <Responsive
        phone={
          <SimpleList<RaRecord>
            primaryText={(user) => (
              <>
                {user.name} <UserState user={user as RaRecord} />
              </>
            )}
            secondaryText={(user) => (
              <>
                {user.username} · <GrantsInBrief user={user as RaRecord} />
              </>
            )}
            rowClick="show"
          />
        }
        desktop={
          <DataTable rowClick="show" bulkActionButtons={false}>
            <DataTable.Col source="username" />
            <DataTable.Col source="name" />
            <DataTable.Col
              source="grants"
              disableSort
              render={(user) => <GrantsInBrief user={user as RaRecord} />}
            />
            <DataTable.Col
              source="isDisabled"
              label="khoi.user.state"
              render={(user) => <UserState user={user as RaRecord} />}
            />
            <DataTable.Col
              source="createdAt"
              cellSx={oneLine}
              render={(user) => showDateTime(user.createdAt)}
            />
          </DataTable>
        }
      />
    </ResourceList>
  );
}
