import { khoiEnglish } from '../../../admin/src/i18n/messages/khoi.en';
import { khoiVietnamese } from '../../../admin/src/i18n/messages/khoi.vi';
import { reactAdminVietnamese } from '../../../admin/src/i18n/messages/reactAdmin.vi';
import { resourcesEnglish } from '../../../admin/src/i18n/messages/resources.en';
import { resourcesVietnamese } from '../../../admin/src/i18n/messages/resources.vi';
import { errorRegistry } from '../../../server/errors';

const language = jest.requireActual('ra-language-english');
const reactAdminEnglish: object = language.default ?? language;

function keysOf(messages: object, path = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${path}${key}.`) : [path + key],
  );
}

function textsOf(messages: object): [key: string, text: string][] {
  const text = (key: string) =>
    String(
      key.split('.').reduce((part, name) => (part as Record<string, unknown>)[name], messages as unknown),
    );
  return keysOf(messages).map((key) => [key, text(key)]);
}

/** %{count} and the like, each once: a translation must name what the original names, and nothing else. */
const placeholders = (text: string) => [...new Set(text.match(/%\{\w+\}/g))].sort();

describe('messages', () => {
  it.each([
    ["react-admin's own", reactAdminEnglish, reactAdminVietnamese],
    ['of the resources', resourcesEnglish, resourcesVietnamese],
    ['of our pages', khoiEnglish, khoiVietnamese],
  ])('%s exist in English and Vietnamese', (_, english, vietnamese) => {
    expect(keysOf(vietnamese).sort()).toEqual(keysOf(english).sort());
  });

  it('say something in both languages', () => {
    const empty = [...textsOf(khoiEnglish), ...textsOf(khoiVietnamese)].filter(
      ([, text]) => text.trim() === '',
    );
    expect(empty).toEqual([]);
  });

  it.each([
    ["react-admin's own", reactAdminEnglish, reactAdminVietnamese],
    ['of our pages', khoiEnglish, khoiVietnamese],
  ])('%s name no value in Vietnamese that the English does not get', (_, english, vietnamese) => {
    const given = Object.fromEntries(textsOf(english));
    const invented = textsOf(vietnamese).filter(([key, text]) =>
      placeholders(text).some(
        (name) => !placeholders(given[key] ?? '').includes(name) && name !== '%{smart_count}',
      ),
    );
    expect(invented).toEqual([]);
  });

  it('cover every error of the server that a person can meet', () => {
    const onlyForMakersOfRequests = ['PERSISTED_QUERY_NOT_SUPPORTED'];
    const untranslated = Object.keys(errorRegistry).filter((code) => !(code in khoiEnglish.errors));
    expect(untranslated).toEqual(onlyForMakersOfRequests);
    const unknown = Object.keys(khoiEnglish.errors).filter((code) => !(code in errorRegistry));
    expect(unknown).toEqual(['UNREACHABLE']);
  });
});
