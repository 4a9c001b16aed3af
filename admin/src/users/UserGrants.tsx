import AddIcon from '@mui/icons-material/Add';
import EditIcon from '@mui/icons-material/Edit';
import { Button, IconButton, List, ListItem, ListItemText } from '@mui/material';
import { useState } from 'react';
import { type RaRecord, useTranslate } from 'react-admin';
import { GrantWords } from '../access/GrantWords';
import type { Grant } from '../account/account.queries';
import { Section } from '../account/Section';
import { localName } from '../i18n/format';
import { GrantDialog } from './GrantDialog';

/** What is granted to a user, added, changed and taken away in place. */
export function UserGrants({ user }: { user: RaRecord }) {
  const translate = useTranslate();
  const [editing, setEditing] = useState<string | 'new' | null>(null);
  const grants = user.grants as Grant[];
  const nameOf = ({ role, unit }: Grant) =>
    `${translate(`khoi.role.${role}`)} – ${unit ? localName(unit) : translate('khoi.grant.everywhere')}`;
  return (
    <Section
      title={translate('khoi.grant.title')}
      action={
        <Button size="small" startIcon={<AddIcon />} onClick={() => setEditing('new')}>
          {translate('khoi.grant.add')}
        </Button>
      }
    >
      <List dense sx={{ '& > li:last-of-type': { borderBottom: 0 } }}>
        {grants.map((grant) => (
          <ListItem
            key={grant.id}
            divider
            secondaryAction={
              <IconButton
                size="small"
                onClick={() => setEditing(grant.id)}
                aria-label={`${translate('ra.action.edit')}: ${nameOf(grant)}`}
              >
                <EditIcon fontSize="small" />
              </IconButton>
            }
          >
            <ListItemText>
              <GrantWords grant={grant} />
            </ListItemText>
          </ListItem>
        ))}
        {grants.length === 0 && (
          <ListItem>
            <ListItemText primary={translate('khoi.grant.noneHelp')} />
          </ListItem>
        )}
      </List>
      {editing && (
        <GrantDialog
          user={String(user.id)}
          {...(editing !== 'new' && { id: editing })}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
