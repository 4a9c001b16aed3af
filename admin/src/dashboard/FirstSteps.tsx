import { Button, Card, Typography } from '@mui/material';
import { Link, useTranslate } from 'react-admin';

interface FirstStepsProps {
  hasUnits: boolean;
  hasIndicators: boolean;
}

/** What a new installation shows: the one thing to do next. */
export function FirstSteps({ hasUnits, hasIndicators }: FirstStepsProps) {
  const translate = useTranslate();
  const step = !hasUnits
    ? { says: 'unit', does: 'addUnit', at: '/partyUnits/create' }
    : !hasIndicators
      ? { says: 'indicators', does: 'addIndicator', at: '/indicators/create' }
      : { says: 'figures', does: 'addFigure', at: '/observations/create' };
  return (
    <Card sx={{ p: { xs: 3, sm: 6 }, mt: 2, textAlign: 'center' }}>
      <Typography variant="h5" component="h2" gutterBottom>
        {translate('khoi.dashboard.empty.title')}
      </Typography>
      <Typography sx={{ mb: 3 }}>{translate(`khoi.dashboard.empty.${step.says}`)}</Typography>
      <Button variant="contained" component={Link} to={step.at}>
        {translate(`khoi.dashboard.empty.${step.does}`)}
      </Button>
    </Card>
  );
}
