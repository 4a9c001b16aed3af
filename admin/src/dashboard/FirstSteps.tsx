import { Button, Card, Typography } from '@mui/material';
import { CanAccess, Link, useTranslate } from 'react-admin';

interface FirstStepsProps {
  hasUnits: boolean;
  hasIndicators: boolean;
}

/** What a new installation shows: the one thing to do next. */
export function FirstSteps({ hasUnits, hasIndicators }: FirstStepsProps) {
  const translate = useTranslate();
  const step = !hasUnits
    ? { says: 'unit', does: 'addUnit', resource: 'partyUnits' }
    : !hasIndicators
      ? { says: 'indicators', does: 'addIndicator', resource: 'indicators' }
      : { says: 'figures', does: 'addFigure', resource: 'observations' };
  return (
    <Card sx={{ p: { xs: 3, sm: 6 }, mt: 2, textAlign: 'center' }}>
      <Typography variant="h5" component="h2" gutterBottom>
        {translate('khoi.dashboard.empty.title')}
      </Typography>
      <CanAccess
        resource={step.resource}
        action="create"
        accessDenied={<Typography>{translate('khoi.dashboard.empty.nothing')}</Typography>}
      >
        <Typography sx={{ mb: 3 }}>{translate(`khoi.dashboard.empty.${step.says}`)}</Typography>
        <Button variant="contained" component={Link} to={`/${step.resource}/create`}>
          {translate(`khoi.dashboard.empty.${step.does}`)}
        </Button>
      </CanAccess>
    </Card>
  );
}
