import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { Adjustments } from './Adjustments';
import { ConnectionNotice } from './ConnectionNotice';
import { createConnection } from './connection';
import { createExamplesPlugin } from './ExamplesPlugin';
import { firstExamples } from './exampleGallery';
import { createFetcher } from './fetcher';
import { Heading } from './Heading';
import { messages } from './messages';
import { textOf } from './parseExample';
import { readLanguage } from './readerLanguage';
import { ShareButton } from './ShareButton';
import { isNarrow } from './screen';
import { readSharedQuery } from './sharedQuery';
import { openStorage } from './storage';

// GraphiQL reads all of this once, when it starts: it is made once, outside of the component.
const language = readLanguage();
const words = messages[language];
const connection = createConnection();
const fetcher = createFetcher(connection, words);
const storage = openStorage();
const examplesPlugin = createExamplesPlugin(language);
const plugins = [examplesPlugin, explorerPlugin(), HISTORY_PLUGIN];
const shared = readSharedQuery(location.href);
const isFirstVisit = storage.getItem('graphiql:tabState') === null;
const firstTabs = [
  ...(shared ? [shared] : []),
  ...firstExamples.map((example) => ({ query: textOf(example, language), variables: example.variables })),
];
const opened = shared ?? (isFirstVisit ? firstTabs[0] : undefined);

document.documentElement.lang = language;
document.title = words.title;
// A reload must not open the shared query once more beside the tab in which it was changed.
if (shared) history.replaceState(null, '', location.pathname);
// A part of the page that is loaded later did not arrive.
window.addEventListener('vite:preloadError', () => connection.report('lost'));

/** GraphiQL with our examples, language and links. */
export function Playground() {
  return (
    <GraphiQL
      fetcher={fetcher}
      storage={storage}
      plugins={plugins}
      defaultTabs={firstTabs}
      {...(opened && { initialQuery: opened.query, initialVariables: opened.variables })}
      {...(isFirstVisit && !isNarrow() && { visiblePlugin: examplesPlugin })}
      defaultEditorToolsVisibility={!isNarrow()}
      defaultQuery=""
      inputValueDeprecation
      schemaDescription
      maxHistoryLength={100}
    >
      <GraphiQL.Logo>
        <Heading language={language} />
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, copy, merge }) => (
          <>
            {prettify}
            {copy}
            {merge}
            <ShareButton words={words} />
          </>
        )}
      </GraphiQL.Toolbar>
      <Adjustments />
      <ConnectionNotice connection={connection} words={words} />
    </GraphiQL>
  );
}
