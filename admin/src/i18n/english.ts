import reactAdminEnglish from 'ra-language-english';
import { khoiEnglish } from './messages/khoi.en';
import { resourcesEnglish } from './messages/resources.en';

export const english = { ...reactAdminEnglish, resources: resourcesEnglish, khoi: khoiEnglish };
