// A picture as SVG: boxes, texts and arrows at given coordinates, with colors for light and dark. Overlapping texts are an error.

/** What an element represents, which decides its color. */
export type Kind = 'pod' | 'app' | 'init' | 'sidecar' | 'volume' | 'node' | 'good' | 'bad' | 'plain' | 'quiet';

interface Colors {
  readonly fill: string;
  readonly line: string;
  readonly text: string;
}

const LIGHT: { readonly [kind in Kind]: Colors } = {
  pod: { fill: '#f6f8fa', line: '#8c959f', text: '#24292f' },
  app: { fill: '#ddf4ff', line: '#218bff', text: '#0a3069' },
  init: { fill: '#fff1cc', line: '#bf8700', text: '#4d2d00' },
  sidecar: { fill: '#dafbe1', line: '#2da44e', text: '#003d16' },
  volume: { fill: '#fbefff', line: '#a475f9', text: '#3e1f79' },
  node: { fill: '#ffffff', line: '#afb8c1', text: '#24292f' },
  good: { fill: '#2da44e', line: '#2da44e', text: '#1a7f37' },
  bad: { fill: '#cf222e', line: '#cf222e', text: '#a40e26' },
  plain: { fill: '#ffffff', line: '#57606a', text: '#24292f' },
  quiet: { fill: '#ffffff', line: '#afb8c1', text: '#57606a' },
};
const DARK: { readonly [kind in Kind]: Colors } = {
  pod: { fill: '#161b22', line: '#6e7681', text: '#e6edf3' },
  app: { fill: '#0c2d6b', line: '#388bfd', text: '#cae8ff' },
  init: { fill: '#4b2900', line: '#d29922', text: '#f8e3a1' },
  sidecar: { fill: '#033a16', line: '#3fb950', text: '#aff5b4' },
  volume: { fill: '#3c1e70', line: '#a371f7', text: '#eddeff' },
  node: { fill: '#0d1117', line: '#484f58', text: '#e6edf3' },
  good: { fill: '#3fb950', line: '#3fb950', text: '#56d364' },
  bad: { fill: '#f85149', line: '#f85149', text: '#ff7b72' },
  plain: { fill: '#0d1117', line: '#8b949e', text: '#e6edf3' },
  quiet: { fill: '#0d1117', line: '#484f58', text: '#9198a1' },
};

const SIZE = 14;
/** Upper bound of a character's width relative to the font size: the reader's font is unknown. */
const CHARACTER = 0.58;
const MONO_CHARACTER = 0.62;

/** Options of a text. */
export interface TextOptions {
  readonly kind?: Kind;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly mono?: boolean;
  readonly bold?: boolean;
}

/** Options of a box. */
export interface BoxOptions {
  readonly dashed?: boolean;
  readonly round?: number;
  /** Lines of text in the middle of the box. */
  readonly text?: string | readonly string[];
  readonly size?: number;
  readonly mono?: boolean;
}

interface Extent {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

/** A picture under construction. */
export class Drawing {
  private readonly parts: string[] = [];
  private readonly texts: Extent[] = [];
  private readonly segments: Extent[] = [];

  constructor(private readonly title: string, private readonly width: number, private readonly height: number) {}

  public box(x: number, y: number, width: number, height: number, kind: Kind, options: BoxOptions = {}): this {
    const { dashed = false, round = 6, text = [], size = SIZE, mono } = options;
    this.within(x, y, width, height, `the box at ${x},${y}`);
    this.parts.push(`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" class="${kind}"${dashed ? ' stroke-dasharray="5 4"' : ''}/>`);
    const lines = typeof text === 'string' ? [text] : text;
    const step = size + 5;
    const top = y + height / 2 - (lines.length - 1) * step / 2 + size * 0.36;
    lines.forEach((line, i) => {
      if (widthOf(line, size, mono) > width - 4) {
        throw new Error(`${this.title}: '${line}' is wider than its box`);
      }
      this.text(x + width / 2, top + i * step, line, { anchor: 'middle', kind, size, mono });
    });
    return this;
  }

  public text(x: number, y: number, text: string, options: TextOptions = {}): this {
    const { kind = 'plain', anchor = 'start', size = SIZE, mono = false, bold = false } = options;
    const width = widthOf(text, size, mono);
    const extent = { x: anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width, y: y - size * 0.8, width, height: size, text };
    this.within(extent.x, extent.y, extent.width, extent.height, `'${text}'`);
    const other = [...this.texts, ...this.segments].find((one) => meet(one, extent));
    if (other !== undefined) {
      throw new Error(`${this.title}: '${text}' lies on '${other.text}'`);
    }
    this.texts.push(extent);
    const classes = [`t-${kind}`, ...mono ? ['mono'] : []].join(' ');
    this.parts.push(`<text x="${tenth(x)}" y="${tenth(y)}" class="${classes}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}`
      + `${size === SIZE ? '' : ` font-size="${size}"`}${bold ? ' font-weight="600"' : ''}>${escaped(text)}</text>`);
    return this;
  }

  /** A line through points, each `[x, y]`, with an arrow head at the end. */
  public arrow(points: readonly (readonly [number, number])[], kind: Kind = 'plain', dashed = false): this {
    return this.path(points, kind, dashed, `marker-end="url(#head-${kind})"`);
  }

  public line(points: readonly (readonly [number, number])[], kind: Kind = 'plain', dashed = false): this {
    return this.path(points, kind, dashed, '');
  }

  /** A dot: one run of a probe. */
  public dot(x: number, y: number, kind: Kind): this {
    this.parts.push(`<circle cx="${x}" cy="${y}" r="5" class="${kind}"/>`);
    return this;
  }

  public toString(): string {
    const kinds = Object.keys(LIGHT) as Kind[];
    const rules = (colors: typeof LIGHT, only: readonly Kind[]): string => only.map((kind) => {
      const { fill, line, text } = colors[kind];
      return `.${kind}{fill:${fill};stroke:${line}}.l-${kind}{stroke:${line}}.h-${kind}{fill:${line}}.t-${kind}{fill:${text}}`;
    }).join('\n');
    const used = kinds.filter((kind) => this.parts.some((part) => new RegExp(`[" -]${kind}[" )]`).test(part)));
    const heads = used.filter((kind) => this.parts.some((part) => part.includes(`#head-${kind})`)));
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${this.width} ${this.height}" width="${this.width}" height="${this.height}" role="img" font-family="system-ui, sans-serif" font-size="${SIZE}">`,
      `<title>${escaped(this.title)}</title>`,
      '<style>',
      'rect,circle{stroke-width:1.5}path.line{fill:none;stroke-width:1.5}.mono{font-family:ui-monospace,monospace}.ground{fill:#ffffff}',
      rules(LIGHT, used),
      `@media (prefers-color-scheme: dark){.ground{fill:#0d1117}\n${rules(DARK, used)}}`,
      '</style>',
      ...heads.length === 0 ? [] : [`<defs>${heads.map((kind) =>
        `<marker id="head-${kind}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L10 5L0 10z" class="h-${kind}"/></marker>`).join('')}</defs>`],
      `<rect class="ground" width="${this.width}" height="${this.height}"/>`,
      ...this.parts,
      '</svg>',
      '',
    ].join('\n');
  }

  private path(points: readonly (readonly [number, number])[], kind: Kind, dashed: boolean, more: string): this {
    points.forEach(([x, y]) => this.within(x, y, 0, 0, 'a line'));
    points.slice(1).forEach(([x, y], i) => this.cross(points[i], [x, y]));
    const d = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${tenth(x)} ${tenth(y)}`).join('');
    this.parts.push(`<path d="${d}" class="line l-${kind}"${dashed ? ' stroke-dasharray="5 4"' : ''}${more === '' ? '' : ` ${more}`}/>`);
    return this;
  }

  /** Splits a line into pieces small enough to be checked for overlaps as boxes. */
  private cross([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): void {
    const pieces = Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)) / 4);
    for (let i = 0; i <= pieces; i++) {
      const piece = { x: x1 + (x2 - x1) * i / pieces - 1, y: y1 + (y2 - y1) * i / pieces - 1, width: 2, height: 2, text: 'a line' };
      const text = this.texts.find((one) => meet(one, piece));
      if (text !== undefined) {
        throw new Error(`${this.title}: a line lies on '${text.text}'`);
      }
      this.segments.push(piece);
    }
  }

  private within(x: number, y: number, width: number, height: number, what: string): void {
    if (x < 0 || y < 0 || x + width > this.width || y + height > this.height) {
      throw new Error(`${this.title}: ${what} leaves the picture`);
    }
  }
}

function widthOf(text: string, size: number, mono = false): number {
  return text.length * size * (mono ? MONO_CHARACTER : CHARACTER);
}

function meet(a: Extent, b: Extent): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
