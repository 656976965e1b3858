import { readFileSync } from 'fs';
import { join, normalize } from 'path';
import { Alignment } from './align';
import { Rendered, unplaced } from './rendered';
import { outputOf } from './tool';
import type { KubernetesVersion } from '../../admission';
import { Lines } from '../../locate/in-file';
import type { PlacedFinding } from '../../report/model';

/** What helm is told besides the chart. */
export interface HelmOptions {
  readonly kubernetesVersion: KubernetesVersion;
  /** Files of values. */
  readonly values: readonly string[];
  /** Single values: `image.tag=1.2`. */
  readonly set: readonly string[];
}

/** Where helm says which template the following lines come from. */
const SOURCE = /^---\n# Source: (.*)\n/m;

/** Renders a chart with the user's own helm. Each part belongs to the template that it comes from. */
export function renderChart(chart: string, { kubernetesVersion, values, set }: HelmOptions): Rendered[] {
  const options = [...values.map((file) => `--values=${file}`), ...set.map((value) => `--set=${value}`)];
  const text = outputOf('helm', ['template', `--kube-version=${kubernetesVersion}.0`, ...options, '--', chart]);
  const [before, ...parts] = text.replace(/\r\n/g, '\n').split(SOURCE);
  const rendered = Array.from({ length: parts.length / 2 }, (_, i) => partOf(chart, parts[2 * i], parts[2 * i + 1]));
  return before.trim() === '' ? rendered : [{ file: chart, text: before, locate: (finding) => unplaced(finding, before.split('\n')) }, ...rendered];
}

/** A part from `name-of-the-chart/templates/service.yaml`; a chart in it that is packed has no file. */
function partOf(chart: string, source: string, text: string): Rendered {
  const lines = text.split('\n');
  const below = normalize(source.split('/').slice(1).join('/'));
  const file = join(chart, below);
  const template = below.startsWith('..') ? undefined : bytesOf(file);
  if (template === undefined) {
    return { file: chart, text, locate: (finding) => unplaced(finding, lines) };
  }
  const templateLines = new Lines(template);
  let alignment: Alignment | undefined;
  return {
    file,
    text,
    locate: (finding) => {
      alignment ??= new Alignment(lines, template.toString('utf8').split(/\r\n|\n|\r/));
      return moved(finding, alignment, lines, templateLines);
    },
  };
}

function moved(finding: PlacedFinding, alignment: Alignment, rendered: readonly string[], template: Lines): PlacedFinding {
  const bare = unplaced(finding, rendered);
  if (finding.range === undefined) {
    return bare;
  }
  const { line, column, endColumn } = finding.range;
  const found = alignment.lineOf(line - 1) ?? alignment.around(line - 1);
  if (found === undefined) {
    return bare;
  }
  const text = template.line(found.line + 1);
  const begin = text.length - text.trimStart().length;
  const shift = begin - (rendered[line - 1].length - rendered[line - 1].trimStart().length);
  const columns = found.exact ? [column + shift, endColumn + shift] : [begin + 1, Math.max(begin + 2, text.trimEnd().length + 1)];
  const range = { line: found.line + 1, column: columns[0], endLine: found.line + 1, endColumn: columns[1] };
  const quote = template.quote(range.line, range.column);
  const { rendered: shown, ...own } = bare;
  return { ...own, range, ...quote === undefined ? {} : { quote }, ...found.exact ? {} : { rendered: shown } };
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
