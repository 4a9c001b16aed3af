import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useEffect, useState } from 'react';
import type { Messages } from './messages';
import { linkTo } from './sharedQuery';

const shownFor = 5000;

/** Copies a link that opens the query and variables of this tab. */
export function ShareButton({ words }: { words: Messages }) {
  const [notice, setNotice] = useState('');
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));

  useEffect(() => {
    if (!notice) return undefined;
    const timer = setTimeout(() => setNotice(''), shownFor);
    return () => clearTimeout(timer);
  }, [notice]);

  const share = async () => {
    const query = queryEditor?.getValue() ?? '';
    if (!query.trim()) return setNotice(words.nothingToShare);
    const page = new URL(location.pathname, location.origin).href;
    const link = linkTo({ query, variables: variableEditor?.getValue() ?? '' }, page);
    try {
      await navigator.clipboard.writeText(link);
      return setNotice(words.shared);
    } catch {
      // Browsers allow the clipboard only over https and on the machine itself.
      history.replaceState(null, '', link);
      return setNotice(words.sharedInAddress);
    }
  };

  return (
    <>
      <ToolbarButton label={words.share} onClick={() => void share()}>
        <ShareIcon />
      </ToolbarButton>
      {notice && (
        <p className="khoi-notice" role="status">
          {notice}
        </p>
      )}
    </>
  );
}

function ShareIcon() {
  return (
    <svg
      className="graphiql-toolbar-icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M10 14a4.5 4.5 0 0 0 6.8.5l2.7-2.7a4.5 4.5 0 0 0-6.4-6.4L11.6 6.9" />
      <path d="M14 10a4.5 4.5 0 0 0-6.8-.5l-2.7 2.7a4.5 4.5 0 0 0 6.4 6.4l1.5-1.5" />
    </svg>
  );
}
