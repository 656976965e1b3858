import { Colors, DARK, LIGHT, Look } from './looks';
import { columnsOf, fit } from './text';

const LOOKS = Object.keys(LIGHT) as Look[];
/** The width of a character by font size: readers have different fonts, so this is the widest of the usual ones. */
const CHARACTER = 0.6;

/** How a text looks. */
export interface TextLook {
  readonly look?: Look;
  readonly size?: number;
  readonly bold?: boolean;
  readonly mono?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

function styles(looks: readonly Look[]): string {
  const rules = (colors: { readonly [look in Look]: Colors }) => looks
    .map((look) => {
      const [fill, line, text] = colors[look];
      return `.${look}{fill:${fill};stroke:${line}}.l-${look}{stroke:${line}}.h-${look}{fill:${line}}.t-${look}{fill:${text}}`;
    })
    .join('\n');
  return `rect{stroke-width:1.5}path.line{fill:none;stroke-width:1.5}.mono{font-family:ui-monospace,SFMono-Regular,Menlo,monospace}.ground{fill:#ffffff;stroke:none}\n${rules(LIGHT)}\n`
    + `@media (prefers-color-scheme: dark){.ground{fill:#0d1117}\n${rules(DARK)}}`;
}

/** An SVG picture: boxes, lines and texts at given places. */
export class Canvas {
  private readonly parts: string[] = [];
  private readonly used = new Set<Look>();

  public box(x: number, y: number, width: number, height: number, look: Look, options: { readonly dashed?: boolean } = {}): void {
    this.used.add(look);
    const dashes = options.dashed ? ' stroke-dasharray="5 4"' : '';
    this.parts.push(`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" class="${look}"${dashes}/>`);
  }

  public line(path: string, look: Look, options: { readonly arrow?: boolean; readonly dashed?: boolean } = {}): void {
    this.used.add(look);
    const head = options.arrow ? ` marker-end="url(#head-${look})"` : '';
    this.parts.push(`<path d="${path}" class="line l-${look}"${options.dashed ? ' stroke-dasharray="4 4"' : ''}${head}/>`);
  }

  /** Cut to what fits into the width. */
  public text(x: number, y: number, text: string, width: number, { look = 'pod', size = 13, bold, mono, anchor }: TextLook = {}): void {
    this.used.add(look);
    const shown = fit(text, Math.max(Math.floor(width / (size * CHARACTER)), 1));
    this.parts.push(`<text x="${x}" y="${y}" class="t-${look}${mono ? ' mono' : ''}" font-size="${size}"${bold ? ' font-weight="600"' : ''}${
      anchor === undefined ? '' : ` text-anchor="${anchor}"`}>${escaped(shown)}</text>`);
  }

  public render(width: number, height: number, title: string): string {
    const shape = 'viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"';
    const looks = LOOKS.filter((look) => this.used.has(look));
    const heads = looks.map((look) => `<marker id="head-${look}" ${shape}><path d="M0 0L10 5L0 10z" class="h-${look}"/></marker>`);
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif">
<title>${escaped(fit(title, 200))}</title>
<style>
${styles(looks)}
</style>
<defs>${heads.join('')}</defs>
<rect class="ground" width="${width}" height="${height}"/>
${this.parts.join('\n')}
</svg>
`;
  }
}

/** The width that a text may take. */
export function widthOf(text: string, size: number): number {
  return Math.ceil(columnsOf(text) * size * CHARACTER);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
