import AddIcon from '@mui/icons-material/Add';
import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Secret, SecretDialog } from '../dialog/SecretDialog';
import type { Myself } from './account.queries';
import { KeyDialog } from './KeyDialog';
import { KeyList } from './KeyList';

/** One's own keys: made here, and shown once. */
export function MyKeys({ me }: { me: NonNullable<Myself['me']> }) {
  const translate = useTranslate();
  const [isMaking, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const mayMake = me.rights.includes('MAKE_KEYS');
  return (
    <>
      <KeyList
        user={me.user.id}
        action={
          mayMake && (
            <Button size="small" startIcon={<AddIcon />} onClick={() => setMaking(true)}>
              {translate('khoi.key.create')}
            </Button>
          )
        }
      />
      {isMaking && (
        <KeyDialog
          highestRole={me.highestRole ?? 'VIEWER'}
          seesSensitive={me.grants.some((grant) => grant.seesSensitive)}
          onClose={() => setMaking(false)}
          onMade={(made) => {
            setMaking(false);
            setSecret(made);
          }}
        />
      )}
      {secret && (
        <SecretDialog
          title={translate('khoi.key.made')}
          explanation={translate('khoi.key.once')}
          secret={secret}
          onClose={() => setSecret(null)}
        >
          <Typography sx={{ mb: 1 }}>{translate('khoi.key.example')}</Typography>
          <Box sx={{ display: 'flex' }}>
            <Secret>{`Authorization: Bearer ${secret}`}</Secret>
          </Box>
        </SecretDialog>
      )}
    </>
  );
}
