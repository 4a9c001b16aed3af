import { Breadcrumbs, Card, Typography } from '@mui/material';
import { Link, useCreatePath, useRecordContext, useTranslate } from 'react-admin';
import type { AdminRecord, ApiRecord } from '../dataProvider/records';
import { ClosedChip } from '../field/ClosedChip';
import { RelatedField } from '../field/RelatedField';
import { localName, showDate } from '../i18n/format';
import { currentLocale } from '../i18n/i18nProvider';
import { Fact } from '../show/Fact';
import { Facts } from '../show/Facts';

/** Where the unit stands, from the root down to its parent. */
export function Ancestors({ ancestors }: { ancestors: ApiRecord[] }) {
  const translate = useTranslate();
  const createPath = useCreatePath();
  if (ancestors.length === 0) return null;
  return (
    <Breadcrumbs sx={{ px: 2, pt: 2 }} aria-label={translate('khoi.unit.path')}>
      {ancestors.map((ancestor) => (
        <Link
          key={ancestor.id}
          to={createPath({ resource: 'partyUnits', type: 'show', id: ancestor.code ?? '' })}
        >
          {localName(ancestor)}
        </Link>
      ))}
    </Breadcrumbs>
  );
}

export function PartyUnitFacts() {
  const unit = useRecordContext<AdminRecord>();
  if (!unit) return null;
  return (
    <Card>
      <Ancestors ancestors={unit.ancestors ?? []} />
      <Typography variant="h5" component="h2" sx={{ px: 2, pt: 2 }}>
        {localName(unit)} <ClosedChip closedOn={unit.closedOn} />
      </Typography>
      <Facts>
        <Fact source="code">{unit.code}</Fact>
        <Fact source="kind">{unit.related.kind && <RelatedField source="kind" reference="unitKinds" />}</Fact>
        <Fact source="sector">
          {unit.related.sector && <RelatedField source="sector" reference="sectors" />}
        </Fact>
        <Fact source="nameEn" label="khoi.unit.otherName">
          {currentLocale() === 'vi' ? unit.nameEn : unit.name}
        </Fact>
        <Fact source="level">{unit.level}</Fact>
        <Fact source="openedOn">{showDate(unit.openedOn)}</Fact>
        {unit.closedOn && <Fact source="closedOn">{showDate(unit.closedOn)}</Fact>}
        {unit.successor && (
          <Fact source="successor">
            <Link to={`/partyUnits/${encodeURIComponent(unit.successor.code)}/show`}>
              {localName(unit.successor)}
            </Link>
          </Fact>
        )}
      </Facts>
    </Card>
  );
}
