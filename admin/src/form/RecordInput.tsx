import { AutocompleteInput, type RaRecord, ReferenceInput, type Validator } from 'react-admin';
import { localName } from '../i18n/format';

interface RecordInputProps {
  source: string;
  reference: string;
  /** Narrows what can be chosen. */
  filter?: Record<string, unknown>;
  label?: string;
  validate?: Validator;
  alwaysOn?: boolean;
  disabled?: boolean;
  helperText?: string | false;
}

const optionText = (record: RaRecord) => (record.id ? `${localName(record)} (${record.id})` : '');

/** Chooses a record by its name or code. The server does the searching, so that "dang bo" finds "Đảng bộ". */
export const RecordInput = ({
  source,
  reference,
  filter,
  label,
  alwaysOn: _,
  ...input
}: RecordInputProps) => (
  <ReferenceInput source={source} reference={reference} filter={filter} perPage={50}>
    <AutocompleteInput
      label={label}
      optionText={optionText}
      filterToQuery={(q: string) => (q ? { q } : {})}
      sx={{ minWidth: 220 }}
      {...input}
    />
  </ReferenceInput>
);
