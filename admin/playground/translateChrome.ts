/**
 * GraphiQL has no translations, so its words are put into another language where they appear on the page: texts, labels
 * and placeholders that equal an entry of `words`, with a shortcut in brackets left as it is. Queries and answers,
 * which are inside the editors, are not touched.
 */
export function translateChrome(root: Node, words: Readonly<Record<string, string>>): void {
  const attributes = ['aria-label', 'title', 'placeholder'];
  const editors = '.monaco-editor';

  function translate(text: string): string | undefined {
    const [, word = '', shortcut = ''] = /^\s*(.*?)( \([^ )]*-[^ )]*\))?\s*$/s.exec(text) ?? [];
    const translated = Object.hasOwn(words, word) ? words[word] : undefined;
    return translated === undefined ? undefined : translated + shortcut;
  }

  function visitText(node: Text): void {
    const translated = translate(node.data);
    if (translated !== undefined && node.data !== translated) node.data = translated;
  }

  function visitElement(element: Element): void {
    for (const name of attributes) {
      const value = element.getAttribute(name);
      const translated = value === null ? undefined : translate(value);
      if (translated !== undefined && translated !== value) element.setAttribute(name, translated);
    }
  }

  function visit(node: Node): void {
    const element = node instanceof Element ? node : node.parentElement;
    if (element?.closest(editors)) return;
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (found) =>
      found instanceof Element && found.matches(editors)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    for (let found: Node | null = node; found; found = walker.nextNode()) {
      if (found instanceof Text) visitText(found);
      else if (found instanceof Element) visitElement(found);
    }
  }

  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'childList') addedNodes.forEach(visit);
      else if (!(target instanceof Element ? target : target.parentElement)?.closest(editors)) {
        if (target instanceof Text) visitText(target);
        else if (target instanceof Element) visitElement(target);
      }
    }
  }).observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: attributes,
  });
}
