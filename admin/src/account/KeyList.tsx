import { Button, Chip, List, ListItem, ListItemText, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Confirm, useTranslate } from 'react-admin';
import { useAct } from '../dataProvider/useAct';
import { useAsk } from '../dataProvider/useAsk';
import { localName, showDateTime } from '../i18n/format';
import { type ApiKey, type KeysOfUser, keysOfUser, revokeKey } from './account.queries';
import { Section } from './Section';

/** The keys of somebody's tools, those in use first. */
export function KeyList({ user, action }: { user: string; action?: ReactNode }) {
  const translate = useTranslate();
  const { data } = useAsk<KeysOfUser>(keysOfUser, { user });
  const revoke = useAct(revokeKey);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const keys = [...(data?.apiKeys.items ?? [])].sort(
    (one, other) => Number(Boolean(one.revokedAt)) - Number(Boolean(other.revokedAt)),
  );
  const confirm = async () => {
    if (revoking) await revoke({ id: revoking.id });
    setRevoking(null);
  };
  return (
    <Section title={translate('khoi.key.title')} action={action}>
      <List dense sx={{ '& > li:last-of-type': { borderBottom: 0 } }}>
        {keys.map((key) => (
          <KeyItem key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
        ))}
        {data && keys.length === 0 && (
          <ListItem>
            <ListItemText
              primary={translate(action === undefined ? 'khoi.key.noneOfUser' : 'khoi.key.none')}
            />
          </ListItem>
        )}
      </List>
      <Confirm
        isOpen={revoking !== null}
        title={translate('khoi.key.revokeTitle', { name: revoking?.name ?? '' })}
        content={translate('khoi.key.revokeHelp')}
        onConfirm={confirm}
        onClose={() => setRevoking(null)}
      />
    </Section>
  );
}

function KeyItem({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const translate = useTranslate();
  const isOver = apiKey.expiresAt !== null && apiKey.expiresAt <= new Date().toISOString();
  const state = apiKey.revokedAt ? 'revoked' : isOver ? 'over' : null;
  const limits = [
    translate('khoi.key.roleAtMost', { role: translate(`khoi.role.${apiKey.role}`) }),
    apiKey.unit ? translate('khoi.grant.below', { unit: localName(apiKey.unit) }) : null,
    apiKey.isReadOnly ? translate('khoi.key.readOnly') : translate('khoi.key.writes'),
    apiKey.seesSensitive ? translate('khoi.grant.withSensitive') : null,
    apiKey.expiresAt ? translate('khoi.key.until', { date: showDateTime(apiKey.expiresAt) }) : null,
  ];
  const use = apiKey.lastUsedAt
    ? translate('khoi.key.lastUsed', { date: showDateTime(apiKey.lastUsedAt) })
    : translate('khoi.key.neverUsed');
  return (
    <ListItem
      divider
      secondaryAction={
        state ? (
          <Chip size="small" variant="outlined" label={translate(`khoi.key.${state}`)} />
        ) : (
          <Button
            size="small"
            color="error"
            onClick={onRevoke}
            aria-label={`${translate('khoi.key.revoke')} ${apiKey.name}`}
          >
            {translate('khoi.key.revoke')}
          </Button>
        )
      }
      sx={{ pr: 14, opacity: state ? 0.65 : 1 }}
    >
      <ListItemText
        primary={
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'baseline' }}>
            <strong>{apiKey.name}</strong>
            <code>{`khoi_…${apiKey.hint}`}</code>
          </Stack>
        }
        secondary={
          <>
            {limits.filter(Boolean).join(' · ')}
            <br />
            {use}
          </>
        }
      />
    </ListItem>
  );
}
