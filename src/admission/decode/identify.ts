import { safeProblemOf } from './problem';
import { nearest } from './suggest';
import { fieldTable } from '../../k8s/field-table';
import { Path } from '../path';
import { isPlain, UNREADABLE } from './reading';
import { Report, show } from '../report';

/** What an object says that it is. */
export interface Identity {
  readonly kind?: string;
  readonly apiVersion?: string;
  /** `reviewed`: one of the kinds that we know; `list`: a list of objects; `other`: not ours to judge; `refused`: there is a finding. */
  readonly as: 'reviewed' | 'list' | 'other' | 'refused';
}

/** The other kinds of the API groups that are reserved for Kubernetes itself. */
const OTHER_KINDS: { readonly [apiVersion: string]: readonly string[] } = {
  'v1': [
    'Binding', 'ComponentStatus', 'ConfigMap', 'Endpoints', 'Event', 'LimitRange', 'Namespace', 'Node', 'PersistentVolume', 'PersistentVolumeClaim',
    'ResourceQuota', 'Secret', 'ServiceAccount',
  ],
  'apps/v1': ['ControllerRevision'],
  'batch/v1': [],
};
/** Go reads `Kind` and `APIVERSION` too: how many keys are searched for such a spelling. */
const KEYS_SEARCHED = 50;

/** Finds out what a manifest is, as far as the server needs it before it decodes the rest. */
export function identify(manifest: unknown, report: Report): Identity {
  if (!isObject(manifest)) {
    const { message } = safeProblemOf(manifest, 'struct');
    report.badRequest(Path.root, 'decode/no-object', message);
    return { as: 'refused' };
  }
  const kind = text(manifest, 'kind');
  const apiVersion = text(manifest, 'apiVersion');
  const known = typeof kind === 'string' && Object.hasOwn(fieldTable.kinds, kind) ? fieldTable.kinds[kind] : undefined;
  if (typeof kind !== 'string' || typeof apiVersion !== 'string') {
    missing(kind, 'kind', known, report);
    missing(apiVersion, 'apiVersion', known, report);
    return known !== undefined && apiVersion === undefined ? { kind: kind as string, as: 'reviewed' } : { as: 'refused' };
  }
  if (apiVersion === known) {
    return { kind, apiVersion, as: 'reviewed' };
  }
  const [group, version] = groupVersion(apiVersion);
  if (version === '') {
    report.badRequest(Path.root.child('apiVersion'), 'decode/no-api-version', `${show(apiVersion)} is not a valid API version`,
      known === undefined ? undefined : { hint: `set apiVersion: ${known}` });
    return known === undefined ? { kind, apiVersion, as: 'refused' } : { kind, apiVersion, as: 'reviewed' };
  }
  const normal = group === '' ? version : `${group}/${version}`;
  if (normal === known) {
    return { kind, apiVersion, as: 'reviewed' };
  }
  if (normal === 'v1' && kind === 'List') {
    return { kind, apiVersion, as: 'list' };
  }
  if (known !== undefined && !group.includes('.')) {
    report.badRequest(Path.root.child('apiVersion'), 'decode/api-version', `kind ${kind} does not exist in ${show(apiVersion)}`, {
      hint: `set apiVersion: ${known}`,
    });
    return { kind, apiVersion, as: 'refused' };
  }
  const kinds = kindsOf(normal);
  if (kinds !== undefined && !kinds.includes(kind.replace(/(?<=.)List$/, ''))) {
    const meant = nearest(kind, kinds)?.name;
    report.badRequest(Path.root.child('kind'), 'decode/unknown-kind', `kind ${show(kind)} does not exist in ${show(apiVersion)}`,
      meant === undefined ? undefined : { hint: `did you mean '${meant}'?` });
    return { kind, apiVersion, as: 'refused' };
  }
  return { kind, apiVersion, as: 'other' };
}

/** All kinds of a version of a group, where we know them. */
function kindsOf(apiVersion: string): string[] | undefined {
  return Object.hasOwn(OTHER_KINDS, apiVersion)
    ? [...Object.keys(fieldTable.kinds).filter((kind) => fieldTable.kinds[kind] === apiVersion), ...OTHER_KINDS[apiVersion]] : undefined;
}

function missing(value: unknown, name: 'kind' | 'apiVersion', known: string | undefined, report: Report): void {
  const at = Path.root.child(name);
  if (value === undefined) {
    const example = name === 'kind' ? undefined : known;
    report.badRequest(at, `decode/no-${name === 'kind' ? 'kind' : 'api-version'}`, `${name} is required`,
      example === undefined ? undefined : { hint: `set ${name}: ${example}` });
  } else if (typeof value !== 'string') {
    const { code, message, hint } = safeProblemOf(value, 'string');
    report.badRequest(at, code, message, hint === undefined ? undefined : { hint });
  }
}

/** The value of `kind` or `apiVersion`, or of the same name in other letter case, as Go reads these two. Undefined when it is empty. */
function text(manifest: { readonly [key: string]: unknown }, name: string): unknown {
  try {
    const own = Object.hasOwn(manifest, name) ? manifest[name] : undefined;
    if (own !== undefined && own !== null && own !== '') {
      return own;
    }
    const alike = Object.keys(manifest).slice(0, KEYS_SEARCHED).find((key) => key.length === name.length && key.toLowerCase() === name.toLowerCase());
    const other = alike === undefined ? undefined : manifest[alike];
    return typeof other === 'string' && other !== '' ? other : undefined;
  } catch {
    return UNREADABLE;
  }
}

/** Group and version as Go tells them apart; no version when there is none. */
function groupVersion(apiVersion: string): [string, string] {
  const slash = apiVersion.indexOf('/');
  if (slash === -1) {
    return ['', apiVersion];
  }
  const version = apiVersion.slice(slash + 1);
  return [apiVersion.slice(0, slash), version.includes('/') ? '' : version];
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  try {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && isPlain(value);
  } catch {
    return false;
  }
}
