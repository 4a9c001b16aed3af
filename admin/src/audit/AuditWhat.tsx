import { Chip } from '@mui/material';
import type { MouseEvent } from 'react';
import { Link, useTranslate } from 'react-admin';
import { type AuditEntry, pageOf } from './auditEntry';

const colors = { INSERT: 'success', UPDATE: 'default', DELETE: 'error' } as const;

export function OperationChip({ operation }: { operation: AuditEntry['operation'] }) {
  const translate = useTranslate();
  return (
    <Chip
      size="small"
      variant="outlined"
      color={colors[operation]}
      label={translate(`khoi.audit.operation.${operation}`)}
    />
  );
}

/** The record that was changed, leading to its page if it has one. */
export function AuditedRecord({ entry }: { entry: AuditEntry }) {
  const page = pageOf(entry);
  const name = entry.recordName ?? `#${entry.recordId}`;
  if (!page) return <>{name}</>;
  return (
    <Link to={page} onClick={(event: MouseEvent) => event.stopPropagation()}>
      {name}
    </Link>
  );
}

/** Who did it: a person, a tool with a key, or a command on the server. */
export function AuditActor({ entry }: { entry: AuditEntry }) {
  const translate = useTranslate();
  if (entry.actorKind === 'USER') return <>{entry.actor}</>;
  return (
    <>
      {entry.actor} ({translate(`khoi.audit.actor.${entry.actorKind}`)})
    </>
  );
}
