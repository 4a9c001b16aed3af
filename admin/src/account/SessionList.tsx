import { Button, Chip, List, ListItem, ListItemText } from '@mui/material';
import { useState } from 'react';
import { Confirm, useTranslate } from 'react-admin';
import { useAct } from '../dataProvider/useAct';
import { useAsk } from '../dataProvider/useAsk';
import { showDateTime } from '../i18n/format';
import { type BrowserSession, revokeSession, type SessionsOfUser, sessionsOfUser } from './account.queries';
import { browserName } from './browserName';
import { Section } from './Section';

/** Where somebody is signed in; each browser but this one can be signed out. */
export function SessionList({ user }: { user: string }) {
  const translate = useTranslate();
  const { data } = useAsk<SessionsOfUser>(sessionsOfUser, { user });
  const revoke = useAct(revokeSession);
  const [ending, setEnding] = useState<BrowserSession | null>(null);
  const sessions = data?.sessions.items ?? [];
  const confirm = async () => {
    if (ending) await revoke({ id: ending.id });
    setEnding(null);
  };
  return (
    <Section title={translate('khoi.session.title')}>
      <List dense sx={{ '& > li:last-of-type': { borderBottom: 0 } }}>
        {sessions.map((one) => (
          <ListItem
            key={one.id}
            divider
            secondaryAction={
              one.isCurrent ? (
                <Chip
                  size="small"
                  color="success"
                  variant="outlined"
                  label={translate('khoi.session.this')}
                />
              ) : (
                <Button
                  size="small"
                  onClick={() => setEnding(one)}
                  aria-label={`${translate('khoi.session.end')}: ${browserName(one.userAgent)}, ${one.address}`}
                >
                  {translate('khoi.session.end')}
                </Button>
              )
            }
            sx={{ pr: 16 }}
          >
            <ListItemText
              primary={`${browserName(one.userAgent)} · ${one.address}`}
              secondary={translate('khoi.session.times', {
                since: showDateTime(one.createdAt),
                seen: showDateTime(one.lastSeenAt),
              })}
            />
          </ListItem>
        ))}
        {data && sessions.length === 0 && (
          <ListItem>
            <ListItemText primary={translate('khoi.session.none')} />
          </ListItem>
        )}
      </List>
      <Confirm
        isOpen={ending !== null}
        title={translate('khoi.session.end')}
        content={translate('khoi.session.endHelp')}
        onConfirm={confirm}
        onClose={() => setEnding(null)}
      />
    </Section>
  );
}
