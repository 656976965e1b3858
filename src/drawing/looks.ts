/** What an element stands for, which decides its colors. */
export type Look = 'pod' | 'app' | 'init' | 'sidecar' | 'volume' | 'quiet' | 'network' | 'access' | 'broken';

/** Colors that go together. */
export type Colors = readonly [fill: string, line: string, text: string];

export const LIGHT: { readonly [look in Look]: Colors } = {
  pod: ['#f6f8fa', '#8c959f', '#24292f'],
  app: ['#ddf4ff', '#218bff', '#0a3069'],
  init: ['#fff1cc', '#bf8700', '#4d2d00'],
  sidecar: ['#dafbe1', '#2da44e', '#003d16'],
  volume: ['#fbefff', '#a475f9', '#3e1f79'],
  quiet: ['#ffffff', '#afb8c1', '#57606a'],
  network: ['#dafbe1', '#2da44e', '#003d16'],
  access: ['#fff1cc', '#bf8700', '#4d2d00'],
  broken: ['#ffebe9', '#cf222e', '#82071e'],
};
export const DARK: { readonly [look in Look]: Colors } = {
  pod: ['#161b22', '#6e7681', '#e6edf3'],
  app: ['#0c2d6b', '#388bfd', '#cae8ff'],
  init: ['#4b2900', '#d29922', '#f8e3a1'],
  sidecar: ['#033a16', '#3fb950', '#aff5b4'],
  volume: ['#3c1e70', '#a371f7', '#eddeff'],
  quiet: ['#0d1117', '#484f58', '#9198a1'],
  network: ['#033a16', '#3fb950', '#aff5b4'],
  access: ['#4b2900', '#d29922', '#f8e3a1'],
  broken: ['#490202', '#f85149', '#ffdcd7'],
};
