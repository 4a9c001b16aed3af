import type { ReactNode } from 'react';
import { Create, type TransformData } from 'react-admin';

interface ResourceCreateProps {
  children: ReactNode;
  /** From the form to what is sent. */
  transform?: TransformData;
}

export const ResourceCreate = ({ children, transform }: ResourceCreateProps) => (
  <Create redirect="show" mutationMode="pessimistic" transform={transform}>
    {children}
  </Create>
);
