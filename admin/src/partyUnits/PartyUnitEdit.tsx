import { Alert, Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { NameInputs } from '../form/NamedInputs';
import { ResourceEdit } from '../form/ResourceEdit';
import { ResourceForm } from '../form/ResourceForm';
import { PlacementInputs } from './PartyUnitInputs';

/** Corrects the latest state. What really changed in the tree is an act with a date, which keeps the history. */
export function PartyUnitEdit() {
  const translate = useTranslate();
  return (
    <ResourceEdit>
      <ResourceForm>
        <Alert severity="info" sx={{ mb: 2, width: '100%' }}>
          {translate('khoi.unit.correction')}{' '}
          <Link href="/playground" target="_blank" color="inherit" underline="always">
            {translate('khoi.menu.playground')}
          </Link>
        </Alert>
        <NameInputs />
        <PlacementInputs />
      </ResourceForm>
    </ResourceEdit>
  );
}
