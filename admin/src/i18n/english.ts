import reactAdminEnglish from 'ra-language-english';
import { khoiEnglish } from './messages/khoi.en';
import { resourcesEnglish } from './messages/resources.en';

const { ra } = reactAdminEnglish;

export const english = {
  // The name of a record says enough; what kind of record it is, the menu shows.
  ra: {
    ...ra,
    page: { ...ra.page, show: '%{recordRepresentation}', edit: 'Edit: %{recordRepresentation}' },
  },
  resources: resourcesEnglish,
  khoi: khoiEnglish,
};
