import { join } from 'path';
import { Names, YamlOutputType } from 'cdk8s';
import { Order } from './order';
import { ObjectPlace } from './tree';

/** A file to write, before its objects are rendered. */
export interface OutputFile {
  /** Its path in the output folder. */
  readonly path: string;
  /** The objects in it, as documents. */
  readonly objects: readonly ObjectPlace[];
  /** Whether other files are written beside it. */
  readonly oneOfSeveral: boolean;
}

/** What decides the files of an app. */
export interface OutputOptions {
  readonly yamlOutputType: YamlOutputType;
  readonly outputFileExtension: string;
}

/** What the names of files need to know of manifests, and where to say what is wrong. */
export interface NameSource {
  /** Kind and name as the manifest has them; undefined when there is none because something is wrong. */
  nameOf(object: ObjectPlace): { kind: string; name: string } | undefined;
  problem(text: string): void;
}

/** The files that an app is written to, in cdk8s' names. Two charts or objects for one file are a problem, and the second is left out. */
export function* outputFiles(order: Order, options: OutputOptions, manifests: NameSource): Iterable<OutputFile> {
  const { outputFileExtension: extension, yamlOutputType: type } = options;
  const { charts } = order;
  const owners = new Map<string, string>();
  const isFree = (path: string, owner: string, what: string, fix: string) => {
    const other = owners.get(path);
    if (other !== undefined) {
      manifests.problem(`${other} and ${owner} would both be written to the ${what} '${path}'; ${fix}`);
    }
    owners.set(path, other ?? owner);
    return other === undefined;
  };
  const oneOfSeveral = type === YamlOutputType.FILE_PER_APP ? false
    : (type === YamlOutputType.FILE_PER_CHART ? charts.length : charts.reduce((sum, chart) => sum + chart.objects.length, 0)) > 1;

  if (type === YamlOutputType.FILE_PER_APP) {
    if (charts.length > 0) {
      yield { path: `app${extension}`, objects: charts.flatMap((chart) => order.objectsOf(chart)), oneOfSeveral };
    }
    return;
  }
  for (const [index, chart] of charts.entries()) {
    const owner = `the chart '${chart.construct.node.path}'`;
    const chartName = `${order.dependent ? `${index.toString().padStart(4, '0')}-` : ''}${Names.toDnsLabel(chart.construct)}`;
    if (type === YamlOutputType.FILE_PER_CHART) {
      const path = chartName + extension;
      if (isFree(path, owner, 'file', 'give one of them another id')) {
        yield { path, objects: order.objectsOf(chart), oneOfSeveral };
      }
      continue;
    }
    const folders = type === YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;
    if (folders && !isFree(chartName, owner, 'folder', 'give one of them another id')) {
      continue;
    }
    const fix = `give one of them another name, or write ${folders ? 'a file for each chart (YamlOutputType.FILE_PER_CHART)'
      : 'a folder for each chart (YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE)'}`;
    for (const object of order.objectsOf(chart)) {
      const named = folders ? ownName(object) : manifests.nameOf(object);
      const path = named && join(folders ? chartName : '', `${named.kind}.${named.name}`.replace(/[^0-9a-zA-Z-_.]/g, '') + extension);
      if (path !== undefined && isFree(path, `the ${named!.kind} '${object.construct.node.path}'`, 'file', fix)) {
        yield { path, objects: [object], oneOfSeveral };
      }
    }
  }
}

/** cdk8s names a file in a chart's folder after the construct, and one beside the others after the manifest. */
function ownName({ construct }: ObjectPlace): { kind: string; name: string } {
  return { kind: construct.kind, name: construct.metadata.name ?? construct.name };
}
