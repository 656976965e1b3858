import { safeProblemOf } from './problem';
import { isPlain, UNREADABLE } from './reading';
import { isBuiltIn, servedKinds, servedSince, servedType, servedVersion } from './served';
import { typeOfKind } from '../../k8s/kinds';
import { nearest } from '../formats/nearest';
import { Path } from '../path';
import { Report, show } from '../report';
import { Minor } from '../version';

/** What an object says that it is. */
export interface Identity {
  readonly kind?: string;
  readonly apiVersion?: string;
  /** The type of the API that it is decoded as, when it is reviewed. */
  readonly type?: string;
  /** `reviewed`: one of the kinds that we know; `list`: a list of objects; `other`: not ours to judge; `refused`: there is a finding. */
  readonly as: 'reviewed' | 'list' | 'other' | 'refused';
}

/** Go reads `Kind` and `APIVERSION` too: how many keys are searched for such a spelling. */
const KEYS_SEARCHED = 50;

/** Finds out what a manifest is, as far as the server needs it before it decodes the rest. */
export function identify(manifest: unknown, minor: Minor, report: Report): Identity {
  if (!isObject(manifest)) {
    const { message } = safeProblemOf(manifest, 'struct');
    report.badRequest(Path.root, 'decode/no-object', message);
    return { as: 'refused' };
  }
  const kind = text(manifest, 'kind');
  const apiVersion = text(manifest, 'apiVersion');
  if (typeof kind !== 'string' || typeof apiVersion !== 'string') {
    const known = typeof kind === 'string' ? servedVersion(kind, minor) : undefined;
    missing(kind, 'kind', known, report);
    missing(apiVersion, 'apiVersion', known, report);
    return known !== undefined && apiVersion === undefined ? reviewed(kind as string, known, undefined) : { as: 'refused' };
  }
  return servedType(kind, apiVersion, minor) === undefined ? identifyOther(kind, apiVersion, minor, report) : reviewed(kind, apiVersion, apiVersion);
}

function reviewed(kind: string, apiVersion: string, written: string | undefined): Identity {
  return { kind, apiVersion: written, type: typeOfKind(kind, apiVersion), as: 'reviewed' };
}

/** What an object is whose apiVersion is not written as that of one of our kinds. */
function identifyOther(kind: string, apiVersion: string, minor: Minor, report: Report): Identity {
  const [group, version] = groupVersion(apiVersion);
  const known = servedVersion(kind, minor);
  if (version === '') {
    report.badRequest(Path.root.child('apiVersion'), 'decode/no-api-version', `${show(apiVersion)} is not a valid API version`,
      known === undefined ? undefined : { hint: `set apiVersion: ${known}` });
    return known === undefined ? { kind, apiVersion, as: 'refused' } : reviewed(kind, known, apiVersion);
  }
  const normal = group === '' ? version : `${group}/${version}`;
  if (servedType(kind, normal, minor) !== undefined) {
    return reviewed(kind, normal, apiVersion);
  }
  if (normal === 'v1' && kind === 'List') {
    return { kind, apiVersion, as: 'list' };
  }
  const since = servedSince(kind, normal);
  if (since !== undefined && since > minor) {
    report.badRequest(Path.root.child('apiVersion'), 'decode/kind-of-another-version',
      `kind ${kind} exists in ${show(apiVersion)} since Kubernetes 1.${since}, not in 1.${minor}`, { hint: `target Kubernetes 1.${since} or newer` });
    return { kind, apiVersion, as: 'refused' };
  }
  const builtIn = isBuiltIn(group);
  if (known !== undefined && (builtIn || !group.includes('.'))) {
    report.badRequest(Path.root.child('apiVersion'), 'decode/api-version', `kind ${kind} does not exist in ${show(apiVersion)}`, {
      hint: `set apiVersion: ${known}`,
    });
    return { kind, apiVersion, as: 'refused' };
  }
  return builtIn ? identifyBuiltIn(kind, apiVersion, normal, minor, report) : { kind, apiVersion, as: 'other' };
}

/** What an object of a group of Kubernetes itself is that is of none of our kinds. */
function identifyBuiltIn(kind: string, apiVersion: string, normal: string, minor: Minor, report: Report): Identity {
  const kinds = servedKinds(normal, minor);
  if (kinds.includes(kind.replace(/(?<=.)List$/, ''))) {
    return { kind, apiVersion, as: 'other' };
  }
  if (kinds.length === 0) {
    report.badRequest(Path.root.child('apiVersion'), 'decode/api-version', `the server does not serve ${show(apiVersion)} by default`);
  } else {
    const meant = nearest(kind, kinds)?.name;
    report.badRequest(Path.root.child('kind'), 'decode/unknown-kind', `kind ${show(kind)} does not exist in ${show(apiVersion)}`,
      meant === undefined ? undefined : { hint: `did you mean '${meant}'?` });
  }
  return { kind, apiVersion, as: 'refused' };
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
