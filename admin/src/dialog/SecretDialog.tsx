import CopyIcon from '@mui/icons-material/ContentCopy';
import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  Typography,
} from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';

interface SecretDialogProps {
  title: string;
  explanation: string;
  secret: string;
  onClose: () => void;
  children?: ReactNode;
}

/** What is shown this once: a click beside it does not make it vanish. */
export function SecretDialog({ title, explanation, secret, onClose, children }: SecretDialogProps) {
  const translate = useTranslate();
  return (
    <Dialog open maxWidth="sm" fullWidth aria-labelledby="secret-title">
      <DialogTitle id="secret-title">{title}</DialogTitle>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 2 }}>
          {explanation}
        </Alert>
        <Stack
          direction={{ xs: 'column', sm: 'row' }}
          spacing={1}
          sx={{ alignItems: { sm: 'center' }, mb: 2 }}
        >
          <Secret>{secret}</Secret>
          <CopyButton text={secret} />
        </Stack>
        {children}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {translate('khoi.secret.kept')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** A click marks all of it, for browsers that do not let a page copy. */
export const Secret = ({ children }: { children: string }) => (
  <Box
    component="code"
    sx={{
      flex: 1,
      p: 1.25,
      borderRadius: 1,
      bgcolor: 'action.hover',
      fontSize: '0.95rem',
      overflowWrap: 'anywhere',
      userSelect: 'all',
    }}
  >
    {children}
  </Box>
);

function CopyButton({ text }: { text: string }) {
  const translate = useTranslate();
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  const copy = () =>
    navigator.clipboard
      ? navigator.clipboard.writeText(text).then(
          () => setState('copied'),
          () => setState('copyFailed'),
        )
      : setState('copyFailed');
  return (
    <Box>
      <Button startIcon={<CopyIcon />} variant="outlined" onClick={copy} sx={{ whiteSpace: 'nowrap' }}>
        {translate(`khoi.secret.${state}`)}
      </Button>
      <Typography aria-live="polite" sx={{ position: 'absolute', left: -9999 }}>
        {state === 'copy' ? '' : translate(`khoi.secret.${state}`)}
      </Typography>
    </Box>
  );
}
