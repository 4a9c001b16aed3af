import { useState } from 'react';
import { HttpError, useNotify } from 'react-admin';
import type { ErrorBody } from '../dataProvider/errors';

export interface Conflict {
  current: Record<string, unknown>;
  submitted: Record<string, unknown>;
}

/** Tells a conflict apart from other errors of a save. Errors of fields need nothing: the form shows them. */
export function useConflict() {
  const notify = useNotify();
  const [conflict, setConflict] = useState<Conflict | null>(null);

  const onError = (error: unknown) => {
    const body: ErrorBody = error instanceof HttpError ? (error.body ?? {}) : {};
    if (body.code === 'CONFLICT') {
      setConflict({ current: body.current ?? {}, submitted: body.submitted ?? {} });
    } else if (!body.errors) {
      notify(error instanceof Error ? error.message : 'ra.notification.http_error', { type: 'error' });
    }
  };
  return { conflict, onError, settled: () => setConflict(null) };
}
