import { useGraphiQLActions } from '@graphiql/react';
import { useEffect, useSyncExternalStore } from 'react';
import type { Connection } from './connection';
import type { Messages } from './messages';
import { signInAddress } from './signIn';

const triesEvery = 5000;

/** Says so while the server cannot be reached, and reads the schema as soon as it can; the same once the session is over. */
export function ConnectionNotice({ connection, words }: { connection: Connection; words: Messages }) {
  const state = useSyncExternalStore(connection.subscribe, connection.state);
  const isLost = state === 'lost';
  const { introspect } = useGraphiQLActions();
  useEffect(() => {
    if (!isLost) return undefined;
    const timer = setInterval(introspect, triesEvery);
    return () => clearInterval(timer);
  }, [isLost, introspect]);
  if (state === 'fine') return null;
  if (state === 'signedOut') {
    return (
      <div className="khoi-connection" role="alert">
        <strong>{words.signedOut}</strong> <span>{words.signedOutHelp}</span>
        <a href={signInAddress('/playground')}>{words.signIn}</a>
      </div>
    );
  }
  return (
    <div className="khoi-connection" role="alert">
      <strong>{words.unreachable}</strong> <span>{words.waiting}</span>
      <button type="button" onClick={() => void introspect()}>
        {words.retry}
      </button>
    </div>
  );
}
