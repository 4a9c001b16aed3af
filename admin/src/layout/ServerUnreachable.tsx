import { Alert, Button } from '@mui/material';
import { useEffect, useSyncExternalStore } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { reachability } from '../dataProvider/reachability';

const retryEvery = 10_000;

/** Says so when nobody answers, and goes on asking; everything is loaded again once somebody does. */
export function ServerUnreachable() {
  const translate = useTranslate();
  const refresh = useRefresh();
  const reachable = useSyncExternalStore(reachability.subscribe, reachability.get);

  useEffect(() => {
    if (reachable) return;
    const timer = setInterval(refresh, retryEvery);
    return () => clearInterval(timer);
  }, [reachable, refresh]);

  if (reachable) return null;
  return (
    <Alert
      severity="warning"
      sx={{ mt: 1 }}
      action={
        <Button color="inherit" size="small" onClick={refresh}>
          {translate('khoi.error.retry')}
        </Button>
      }
    >
      {translate('khoi.errors.UNREACHABLE')}
    </Alert>
  );
}
