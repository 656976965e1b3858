import { existsSync } from 'fs';
import { join, relative, resolve } from 'path';
import { unplaced } from './rendered';
import { Lines, rangeOf } from '../../locate/in-file';
import type { PlacedFinding } from '../../report/model';
import { readYaml, YamlDocument } from '../../yaml/read/read';
import { readBytes } from '../read-bytes';
import { kustomizationIn, KUSTOMIZATIONS, namesIn } from '../recognize/surroundings';

type Keys = readonly (string | number)[];

/** A file that an object may come from. */
interface Source {
  readonly file: string;
  readonly documents: readonly YamlDocument[];
  readonly lines: Lines;
}

/** A place in a file: that of the value, or of what is around it. */
interface Found {
  readonly source: Source;
  readonly document: YamlDocument;
  readonly keys: Keys;
  readonly whole: boolean;
}

/** The files of a kustomization: its resources, and the patches of it and of those below. */
export class Sources {
  private readonly files = new Map<string, Source | undefined>();
  private patchFiles?: readonly string[];

  constructor(private readonly folder: string) {}

  /** A finding where the user wrote its value: in a patch, or in the file that the object comes from. */
  public locate(finding: PlacedFinding, object: any, origin: string | undefined, lines: readonly string[]): PlacedFinding {
    const bare = unplaced(finding, lines);
    this.patchFiles ??= patchesBelow(this.folder, new Set());
    for (const file of [...this.patchFiles, ...origin === undefined ? [] : [origin]]) {
      const found = this.find(file, object, finding.keys, file === origin);
      if (found !== undefined) {
        const { rendered, ...own } = bare;
        const range = rangeOf(found.document, found.keys, found.source.lines);
        const quote = range === undefined ? undefined : found.source.lines.quote(range.line, range.column);
        const place = range === undefined ? {} : { range, ...quote === undefined ? {} : { quote } };
        return { ...own, ...place, ...found.whole ? {} : { rendered }, ...file === origin ? {} : { file } };
      }
    }
    return bare;
  }

  /** The place in a file. A patch has to have the very value; in the file of the object, what is around it will do. */
  private find(file: string, object: any, keys: Keys, around: boolean): Found | undefined {
    const source = this.read(file);
    const documents = source?.documents.filter(({ value }) => isSame(value, object)) ?? [];
    // Kustomize may add to names: the longest is the best.
    documents.sort((a, b) => nameOf(b.value).length - nameOf(a.value).length);
    for (const document of documents) {
      const own = sameKeys(object, document.value, keys);
      const whole = own.length === keys.length && JSON.stringify(at(document.value, own)) === JSON.stringify(at(object, keys));
      if (source !== undefined && (whole || around)) {
        return { source, document, keys: own, whole };
      }
    }
    return undefined;
  }

  private read(file: string): Source | undefined {
    if (!this.files.has(file)) {
      this.files.set(file, sourceOf(file));
    }
    return this.files.get(file);
  }
}

function sourceOf(file: string): Source | undefined {
  try {
    const bytes = readBytes(file);
    return { file, documents: readYaml(bytes, { mergeOverrides: 'allow' }).documents, lines: new Lines(bytes) };
  } catch {
    return undefined;
  }
}

/** The patches of a kustomization, and then those of what it is built from: the last one written wins. */
function patchesBelow(folder: string, seen: Set<string>): string[] {
  const file = KUSTOMIZATIONS.map((name) => join(folder, name)).find((name) => existsSync(name));
  if (file === undefined || seen.has(resolve(folder))) {
    return [];
  }
  seen.add(resolve(folder));
  const value = kustomizationIn(file);
  const own = namesIn(value, ['patches', 'patchesStrategicMerge']).map((name) => relative(process.cwd(), resolve(folder, name)));
  return [...own.reverse(), ...namesIn(value, ['components', 'resources', 'bases']).flatMap((name) => patchesBelow(join(folder, name), seen))];
}

function isSame(written: any, object: any): boolean {
  return written?.kind === object?.kind && nameOf(written) !== '' && nameOf(object).includes(nameOf(written));
}

function nameOf(object: any): string {
  const name: unknown = object?.metadata?.name ?? object?.metadata?.generateName;
  return typeof name === 'string' ? name : '';
}

/** The keys of the same place in another object, as far as it has them: items of lists are the same when they have the same name. */
function sameKeys(object: any, other: any, keys: Keys): Keys {
  const own: (string | number)[] = [];
  let [here, there] = [object, other];
  for (const key of keys) {
    const next = typeof key === 'number' && Array.isArray(here) && Array.isArray(there) ? sameItem(here[key], there, key) : key;
    if (typeof there !== 'object' || there === null || next === undefined || !Object.hasOwn(there, next)) {
      break;
    }
    own.push(next);
    [here, there] = [here?.[key], there[next]];
  }
  return own;
}

function sameItem(item: any, list: readonly any[], index: number): number | undefined {
  const id = ['name', 'mountPath', 'containerPort', 'port', 'key'].find((field) => item?.[field] !== undefined);
  if (id === undefined) {
    return index;
  }
  const found = list.findIndex((one) => one?.[id] === item[id]);
  return found < 0 ? undefined : found;
}

function at(object: any, keys: Keys): unknown {
  return keys.reduce((value, key) => value?.[key], object);
}
