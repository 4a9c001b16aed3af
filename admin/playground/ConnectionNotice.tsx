import { useGraphiQLActions } from '@graphiql/react';
import { useEffect, useSyncExternalStore } from 'react';
import type { Connection } from './connection';
import type { Messages } from './messages';

const triesEvery = 5000;

/** Says so while the server cannot be reached, and reads the schema as soon as it can. */
export function ConnectionNotice({ connection, words }: { connection: Connection; words: Messages }) {
  const isLost = useSyncExternalStore(connection.subscribe, connection.isLost);
  const { introspect } = useGraphiQLActions();
  useEffect(() => {
    if (!isLost) return undefined;
    const timer = setInterval(introspect, triesEvery);
    return () => clearInterval(timer);
  }, [isLost, introspect]);
  if (!isLost) return null;
  return (
    <div className="khoi-connection" role="alert">
      <strong>{words.unreachable}</strong> <span>{words.waiting}</span>
      <button type="button" onClick={() => void introspect()}>
        {words.retry}
      </button>
    </div>
  );
}
