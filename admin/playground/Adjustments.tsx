import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';
import { isNarrow } from './screen';

/** What GraphiQL's properties do not reach. */
export function Adjustments() {
  useReadableEditors();
  useThemeOfTheSystem();
  useActiveTabInView();
  return null;
}

/** GraphiQL's own font has no Vietnamese letters; the fonts that systems bring for code have them. */
function useReadableEditors(): void {
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    headerEditor: state.headerEditor,
    responseEditor: state.responseEditor,
  }));
  useEffect(() => {
    const fontFamily = getComputedStyle(document.body).getPropertyValue('--khoi-font-mono');
    for (const editor of [queryEditor, variableEditor, headerEditor, responseEditor]) {
      editor?.updateOptions({ fontFamily, fontSize: isNarrow() ? 13 : 14, wordWrap: 'on' });
    }
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);
}

/** GraphiQL looks at the system's theme when it starts, and its editors not again. */
function useThemeOfTheSystem(): void {
  const theme = useGraphiQL((state) => state.theme);
  const { setTheme } = useGraphiQLActions();
  useEffect(() => {
    if (theme !== null) return undefined;
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    const follow = () => setTheme(null);
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, [theme, setTheme]);
}

function useActiveTabInView(): void {
  const index = useGraphiQL((state) => state.activeTabIndex);
  useEffect(() => {
    document
      .getElementById(`graphiql-session-tab-${index}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [index]);
}
