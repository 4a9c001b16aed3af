import { useEffect, useState } from 'react';

/** Seconds that count down to 0. */
export function useWait(): [seconds: number, wait: (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  const seconds = Math.max(Math.ceil((until - now) / 1000), 0);
  useEffect(() => {
    if (until === 0) return;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return [
    seconds,
    (duration) => {
      setNow(Date.now());
      setUntil(Date.now() + duration * 1000);
    },
  ];
}
