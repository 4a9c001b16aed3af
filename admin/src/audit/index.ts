import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import { lazy } from 'react';

/** Entries are read in their list and on the pages of what they are about; nobody changes them. */
export const auditEntries = {
  name: 'auditEntries',
  icon: HistoryIcon,
  list: lazy(() => import('./AuditList')),
};
