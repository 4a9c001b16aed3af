import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useState } from 'react';
import { examples } from './exampleGallery';
import type { Language } from './languages';
import { messages } from './messages';
import { type Example, exampleGroups, textOf } from './parseExample';
import { isNarrow } from './screen';
import { searchExamples } from './searchExamples';

/** The panel that lists the ready-made queries. Its title is GraphiQL's key for it and is translated with the rest. */
export function createExamplesPlugin(language: Language): GraphiQLPlugin {
  return { title: 'Examples', icon: ExamplesIcon, content: () => <ExamplesPanel language={language} /> };
}

function ExamplesPanel({ language }: { language: Language }) {
  const words = messages[language];
  const [searched, setSearched] = useState('');
  const open = useOpenExample(language);
  const found = searchExamples(examples, searched);
  return (
    <section className="khoi-examples" aria-label={words.examples}>
      <h2>{words.examples}</h2>
      <p>{words.examplesIntroduction}</p>
      <input
        type="search"
        value={searched}
        onChange={(event) => setSearched(event.target.value)}
        placeholder={words.searchExamples}
        aria-label={words.searchExamples}
      />
      {found.length === 0 && <p role="status">{words.noExample}</p>}
      {exampleGroups
        .map((group) => ({ group, members: found.filter((example) => example.group === group) }))
        .filter(({ members }) => members.length > 0)
        .map(({ group, members }) => (
          <section key={group} aria-labelledby={`khoi-examples-${group}`}>
            <h3 id={`khoi-examples-${group}`}>{words.groups[group]}</h3>
            <ul>
              {members.map((example) => (
                <li key={example.name}>
                  <button type="button" onClick={() => open(example)} data-example={example.name}>
                    <strong>{example.title[language]}</strong>
                    <span>{example.teaches[language].join(' ')}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </section>
  );
}

function useOpenExample(language: Language): (example: Example) => void {
  const { addTab, setVisiblePlugin, updateActiveTabValues } = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  return (example) => {
    const query = textOf(example, language);
    addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(example.variables);
    updateActiveTabValues({ query, variables: example.variables });
    // There the panel covers the editor.
    if (isNarrow()) setVisiblePlugin(null);
  };
}

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 19V5a2 2 0 0 1 2-2h13a1 1 0 0 1 1 1v13H6a2 2 0 0 0-2 2Zm0 0a2 2 0 0 0 2 2h14v-4" />
      <path d="m10 7-2.5 3 2.5 3m4-6 2.5 3-2.5 3" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
