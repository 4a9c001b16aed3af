import { useEffect } from 'react';

/** React-admin writes titles into the bar of the page only; tabs, bookmarks and screen readers go by the document's. */
export function DocumentTitle() {
  useEffect(() => {
    const bar = document.getElementById('react-admin-title');
    if (!bar) return;
    const show = () => {
      const title = bar.textContent.trim();
      document.title = title ? `${title} – Khối` : 'Khối';
    };
    const observer = new MutationObserver(show);
    observer.observe(bar, { childList: true, subtree: true, characterData: true });
    show();
    return () => observer.disconnect();
  }, []);
  return null;
}
