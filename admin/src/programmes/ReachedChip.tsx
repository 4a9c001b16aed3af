import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import PendingIcon from '@mui/icons-material/PendingOutlined';
import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';

/** By word and sign, not by colour alone. */
export function ReachedChip({ reached }: { reached: boolean }) {
  const translate = useTranslate();
  return (
    <Chip
      size="small"
      variant="outlined"
      color={reached ? 'success' : 'default'}
      icon={reached ? <CheckIcon /> : <PendingIcon />}
      label={translate(reached ? 'khoi.programme.reached' : 'khoi.programme.notReached')}
    />
  );
}
