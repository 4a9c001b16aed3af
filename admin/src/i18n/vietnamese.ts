import { khoiVietnamese } from './messages/khoi.vi';
import { reactAdminVietnamese } from './messages/reactAdmin.vi';
import { resourcesVietnamese } from './messages/resources.vi';

export const vietnamese = { ...reactAdminVietnamese, resources: resourcesVietnamese, khoi: khoiVietnamese };
