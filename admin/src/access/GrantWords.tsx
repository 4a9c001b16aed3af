import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { localName } from '../i18n/format';

interface GrantWordsProps {
  grant: {
    role: string;
    seesSensitive: boolean;
    unit: { name: string; nameEn: string | null; code: string } | null;
  };
}

/** A grant as one would say it: what, where, and whether sensitive figures are included. */
export function GrantWords({ grant: { role, unit, seesSensitive } }: GrantWordsProps) {
  const translate = useTranslate();
  const where = unit
    ? translate('khoi.grant.below', { unit: localName(unit) })
    : translate('khoi.grant.everywhere');
  return (
    <>
      <Typography component="span" sx={{ fontWeight: 600 }}>
        {translate(`khoi.role.${role}`)}
      </Typography>
      {` – ${where} `}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate(`khoi.roleMay.${role}`)}{' '}
        {translate(seesSensitive ? 'khoi.grant.withSensitive' : 'khoi.grant.withoutSensitive')}
      </Typography>
    </>
  );
}
