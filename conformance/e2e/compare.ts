// Whether the server kept every field that we wrote.
import { canonicalQuantity } from './quantity';

export interface Difference {
  readonly path: string;
  readonly wrote: unknown;
  readonly read: unknown;
}

// Admission plugins append to these lists of a pod: default tolerations, the token volume and its mounts.
const APPENDED_TO = new Set(['tolerations', 'volumes', 'volumeMounts']);

const QUANTITY_MAPS = new Set(['limits', 'requests', 'overhead', 'podFixed', 'capacity']);
const QUANTITY_FIELDS = new Set(['sizeLimit', 'divisor']);

// Fields that the server leaves out when they are empty, since absent means the same there. Elsewhere absent is another
// answer than false, 0 or {} (hostUsers, replicas, emptyDir), and losing it is a difference.
const DROPPED_WHEN_FALSE = new Set([
  'hostNetwork', 'hostPID', 'hostIPC', 'stdin', 'stdinOnce', 'tty', 'readOnly', 'paused', 'publishNotReadyAddresses', 'chapAuthDiscovery', 'chapAuthSession',
]);
const DROPPED_WHEN_ZERO = new Set(['initialDelaySeconds', 'minReadySeconds', 'hostPort', 'nodePort', 'healthCheckNodePort']);
const DROPPED_WHEN_EMPTY_MAP = new Set([
  'labels', 'annotations', 'matchLabels', 'nodeSelector', 'selector', 'limits', 'requests', 'overhead', 'capacity', 'data', 'binaryData', 'stringData',
  'volumeAttributes', 'options',
]);
const KEPT_WHEN_EMPTY_TEXT = new Set(['storageClassName', 'volumeAttributesClassName']);

/** The first thing we wrote that was read back otherwise; fields that the server added do not count. */
export function firstDifference(wrote: unknown, read: unknown): Difference | undefined {
  return compare(wrote, read, []);
}

type Path = (string | number)[];

function compare(wrote: unknown, read: unknown, path: Path): Difference | undefined {
  if (Array.isArray(wrote)) {
    return compareLists(wrote, read, path);
  }
  if (isMap(wrote)) {
    return compareMaps(wrote, read, path);
  }
  const same = isQuantity(path) ? sameQuantity(wrote, read) : wrote === read;
  return same || (read === undefined && mayBeDropped(wrote, path)) ? undefined : { path: pathText(path), wrote, read };
}

function compareLists(wrote: unknown[], read: unknown, path: Path): Difference | undefined {
  if (read === undefined && wrote.length === 0) {
    return undefined;
  }
  const difference = { path: pathText(path), wrote, read };
  if (!Array.isArray(read)) {
    return difference;
  }
  for (const [i, item] of wrote.entries()) {
    const found = compare(item, read[i], [...path, i]);
    if (found) {
      return found;
    }
  }
  const mayGrow = APPENDED_TO.has(String(path[path.length - 1]));
  return read.length === wrote.length || mayGrow ? undefined : difference;
}

function compareMaps(wrote: Record<string, unknown>, read: unknown, path: Path): Difference | undefined {
  const fields = Object.entries(wrote).filter(([, value]) => value !== undefined && value !== null);
  if (read === undefined && fields.length === 0 && DROPPED_WHEN_EMPTY_MAP.has(String(path[path.length - 1]))) {
    return undefined;
  }
  if (!isMap(read)) {
    return { path: pathText(path), wrote, read };
  }
  for (const [key, value] of fields) {
    const found = compare(value, Object.hasOwn(read, key) ? read[key] : undefined, [...path, key]);
    if (found) {
      return found;
    }
  }
  return undefined;
}

function mayBeDropped(value: unknown, path: Path): boolean {
  const field = String(path[path.length - 1]);
  if (value === undefined || value === null) {
    return true;
  }
  if (value === '') {
    return !KEPT_WHEN_EMPTY_TEXT.has(field);
  }
  return (value === false && DROPPED_WHEN_FALSE.has(field)) || (value === 0 && DROPPED_WHEN_ZERO.has(field));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isQuantity(path: Path): boolean {
  if (path.includes('metadata')) {
    return false;
  }
  return QUANTITY_MAPS.has(String(path[path.length - 2])) || QUANTITY_FIELDS.has(String(path[path.length - 1]));
}

function sameQuantity(wrote: unknown, read: unknown): boolean {
  const [a, b] = [canonicalQuantity(wrote), canonicalQuantity(read)];
  return a === undefined || b === undefined ? wrote === read : a === b;
}

function pathText(path: Path): string {
  return path.map((part, i) => {
    if (typeof part === 'number') {
      return `[${part}]`;
    }
    if (/^[A-Za-z_$][\w$]*$/.test(part)) {
      return i === 0 ? part : `.${part}`;
    }
    return `[${JSON.stringify(part)}]`;
  }).join('') || '(the whole object)';
}
