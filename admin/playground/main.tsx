import 'graphiql/setup-workers/vite';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import '@graphiql/plugin-explorer/style.css';
import 'graphiql/graphiql.css';
import './playground.css';
import { createRoot } from 'react-dom/client';
import { chromeVietnamese } from './chromeVietnamese';
import { readLanguage } from './readerLanguage';
import { isSignedOut, signInAddress } from './signIn';
import { translateChrome } from './translateChrome';

/** A shared query stands in the address: it comes back from the sign-in page with it, before anything here has read it. */
async function start(): Promise<void> {
  if (await isSignedOut()) {
    location.replace(signInAddress(location.pathname + location.search));
    return;
  }
  const { Playground } = await import('./Playground');
  if (readLanguage() === 'vi') translateChrome(document.body, chromeVietnamese);
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<Playground />);
}

void start();
