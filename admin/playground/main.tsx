import 'graphiql/setup-workers/vite';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import '@graphiql/plugin-explorer/style.css';
import 'graphiql/graphiql.css';
import './playground.css';
import { createRoot } from 'react-dom/client';
import { chromeVietnamese } from './chromeVietnamese';
import { Playground } from './Playground';
import { readLanguage } from './readerLanguage';
import { translateChrome } from './translateChrome';

if (readLanguage() === 'vi') translateChrome(document.body, chromeVietnamese);
const root = document.getElementById('root');
if (root) createRoot(root).render(<Playground />);
