import { required, TextInput } from 'react-admin';
import { DecimalInput } from '../form/DecimalInput';
import { PeriodInput } from '../form/PeriodInput';
import { RecordInput } from '../form/RecordInput';
import { ResourceCreate } from '../form/ResourceCreate';
import { ResourceForm } from '../form/ResourceForm';
import type { PeriodTypeName } from '../i18n/periodName';
import { MemberInput, useChosenIndicator } from './MemberInput';

/** The indicator decides which period fits. */
function ReportedPeriodInput() {
  const type = useChosenIndicator()?.periodType as PeriodTypeName | undefined;
  return <PeriodInput source="period" type={type} required />;
}

export const ObservationCreate = () => (
  <ResourceCreate>
    <ResourceForm>
      <RecordInput source="unit" reference="partyUnits" validate={required()} />
      <RecordInput
        source="indicator"
        reference="indicators"
        filter={{ isComputed: false }}
        validate={required()}
        helperText="khoi.observation.indicatorHelp"
      />
      <ReportedPeriodInput />
      <MemberInput source="member" />
      <DecimalInput source="numeric" required />
      <TextInput source="source" />
      <TextInput source="note" multiline minRows={2} />
    </ResourceForm>
  </ResourceCreate>
);
