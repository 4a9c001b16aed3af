const browsers: [RegExp, string][] = [
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bcoc_coc_browser\//i, 'Cốc Cốc'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(HeadlessChrome|Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

const first = (choices: [RegExp, string][], text: string) =>
  choices.find(([pattern]) => pattern.test(text))?.[1];

/** "Chrome · Windows", as far as a browser says it; what says nothing of the kind is shown as it is. */
export function browserName(userAgent: string | null): string {
  const text = userAgent ?? '';
  return (
    [first(browsers, text), first(systems, text)].filter(Boolean).join(' · ') || text.slice(0, 80) || '–'
  );
}
