import { type Example, parseExample } from './parseExample';

const documents: Record<string, string> = import.meta.glob('./examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const variables: Record<string, string> = import.meta.glob('./examples/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const examples: readonly Example[] = Object.keys(documents)
  .sort()
  .map((path) => {
    const name = path.replace('./examples/', '').replace('.graphql', '');
    return parseExample(name, documents[path] ?? '', variables[path.replace('.graphql', '.json')]);
  });

/** What is open when someone comes for the first time: a way from the shortest question to a list of records. */
const firstVisit = [
  '01-members-of-the-bloc',
  '03-variables',
  '15-classification-rate',
  '32-top-five-units',
  '50-current-and-as-reported',
  '60-search-without-diacritics',
];

export const firstExamples: readonly Example[] = examples.filter(({ name }) => firstVisit.includes(name));
