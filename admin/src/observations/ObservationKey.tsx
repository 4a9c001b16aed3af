import { useRecordContext } from 'react-admin';
import type { AdminRecord } from '../dataProvider/records';
import { RelatedField } from '../field/RelatedField';
import { showPeriod } from '../i18n/format';
import { Fact } from '../show/Fact';
import { Facts } from '../show/Facts';

/** What a figure is of: unit, indicator, period and member. */
export function ObservationKey() {
  const figure = useRecordContext<AdminRecord>();
  if (!figure) return null;
  return (
    <Facts>
      <Fact source="unit">
        <RelatedField source="unit" reference="partyUnits" />
      </Fact>
      <Fact source="indicator">
        <RelatedField source="indicator" reference="indicators" />
      </Fact>
      <Fact source="period">{showPeriod(figure.period)}</Fact>
      {figure.member && (
        <Fact source="member">
          <RelatedField source="member" />
        </Fact>
      )}
    </Facts>
  );
}
