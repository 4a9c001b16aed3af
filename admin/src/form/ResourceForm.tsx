import type { ReactElement, ReactNode } from 'react';
import { SimpleForm } from 'react-admin';

interface ResourceFormProps {
  children: ReactNode;
  toolbar?: ReactElement;
  defaultValues?: Record<string, unknown>;
}

/** One column, as wide as text reads well. */
export const ResourceForm = ({ children, ...props }: ResourceFormProps) => (
  <SimpleForm warnWhenUnsavedChanges sx={{ maxWidth: 720 }} {...props}>
    {children}
  </SimpleForm>
);
