import { useTranslate, WithRecord } from 'react-admin';
import type { AdminRecord } from '../dataProvider/records';
import { RelatedField } from '../field/RelatedField';
import { showNumber } from '../i18n/format';
import { Fact } from '../show/Fact';
import { Facts } from '../show/Facts';
import { ResourceShow } from '../show/ResourceShow';

const enumOf: Record<string, string> = {
  periodType: 'PeriodType',
  unitAggregation: 'UnitAggregation',
  periodAggregation: 'PeriodAggregation',
  fill: 'Fill',
  direction: 'Direction',
};

function IndicatorFacts({ indicator }: { indicator: AdminRecord }) {
  const translate = useTranslate();
  const word = (field: string) =>
    indicator[field] && translate(`khoi.enum.${enumOf[field]}.${indicator[field]}`);
  const fact = (field: string) => (
    <Fact key={field} source={field}>
      {word(field)}
    </Fact>
  );
  return (
    <Facts>
      <Fact source="code">{indicator.code}</Fact>
      <Fact source="name">{indicator.name}</Fact>
      <Fact source="nameEn">{indicator.nameEn}</Fact>
      <Fact source="group">{indicator.group}</Fact>
      <Fact source="unitOfMeasure">{indicator.unitOfMeasure}</Fact>
      <Fact source="decimals">{indicator.decimals}</Fact>
      {indicator.formula ? (
        <Fact source="formula" wide>
          <code>{indicator.formula}</code>
        </Fact>
      ) : (
        ['periodType', 'unitAggregation', 'periodAggregation', 'fill'].map(fact)
      )}
      {fact('direction')}
      {indicator.dimension && (
        <Fact source="dimension">
          <RelatedField source="dimension" reference="dimensions" />
        </Fact>
      )}
      {indicator.minimum && <Fact source="minimum">{showNumber(indicator.minimum)}</Fact>}
      <Fact source="isSensitive">
        {translate(indicator.isSensitive ? 'ra.boolean.true' : 'ra.boolean.false')}
      </Fact>
      {indicator.maximum && <Fact source="maximum">{showNumber(indicator.maximum)}</Fact>}
      <Fact source="description" wide>
        {indicator.description}
      </Fact>
    </Facts>
  );
}

export const IndicatorShow = () => (
  <ResourceShow>
    <WithRecord<AdminRecord> render={(indicator) => <IndicatorFacts indicator={indicator} />} />
  </ResourceShow>
);
