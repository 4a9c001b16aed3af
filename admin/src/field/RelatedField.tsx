import type { MouseEvent } from 'react';
import { Link, useCreatePath, useRecordContext } from 'react-admin';
import type { AdminRecord } from '../dataProvider/records';
import { localName } from '../i18n/format';

interface RelatedFieldProps {
  source: string;
  /** The resource to link to; without it, only the name is shown. */
  reference?: string;
}

/** The name of a record that this one names. It came along with the answer: no request is made for it. */
export function RelatedField({ source, reference }: RelatedFieldProps) {
  const record = useRecordContext<AdminRecord>();
  const createPath = useCreatePath();
  const other = record?.related?.[source];
  if (!other) return null;
  if (!reference || !other.code) return <span>{localName(other)}</span>;
  return (
    <Link
      to={createPath({ resource: reference, type: 'show', id: other.code })}
      onClick={(event: MouseEvent) => event.stopPropagation()}
    >
      {localName(other)}
    </Link>
  );
}
