import { WithRecord } from 'react-admin';
import { Fact } from '../show/Fact';
import { Facts } from '../show/Facts';
import { ResourceShow } from '../show/ResourceShow';
import { UnitsOf } from './UnitsOf';

/** A kind or a sector, and the units that have it. */
export const OrderedNameShow = ({ unitField }: { unitField: 'kind' | 'sector' }) => (
  <ResourceShow>
    <WithRecord
      render={(record) => (
        <Facts>
          <Fact source="code">{record.code}</Fact>
          <Fact source="name">{record.name}</Fact>
          <Fact source="nameEn">{record.nameEn}</Fact>
          <Fact source="sortOrder">{record.sortOrder}</Fact>
        </Facts>
      )}
    />
    <UnitsOf field={unitField} />
  </ResourceShow>
);
