import { maxLength, required, TextInput } from 'react-admin';

const code = [required(), maxLength(64)];
const name = [required(), maxLength(500)];

/** Codes are given once and never change: others refer to them. */
export const CodeInput = () => (
  <TextInput source="code" validate={code} helperText="khoi.form.code" autoFocus />
);

export const NameInputs = () => (
  <>
    <TextInput source="name" validate={name} />
    <TextInput source="nameEn" validate={maxLength(500)} />
  </>
);
