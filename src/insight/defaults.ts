import { readPod, ReadPod } from './read-pod';
import type { InsightOptions } from './types-common';
import type { DefaultedField, PodDefaults } from './types-defaults';
import { Path } from '../admission/path';

/** The volume and the mounts that each pod gets for the token of its account; the letters are random. */
const TOKEN_VOLUME = 'kube-api-access-xxxxx';
const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';
const UNREADY_SECONDS = 300;

/** What the server will add to a manifest, or change in it, field by field; and what admission plugins add to its pods. */
export function defaults(manifest: unknown, options?: InsightOptions): PodDefaults {
  return defaultsOf(readPod(manifest, options), manifest);
}

/** The same of a pod that has been read. */
export function defaultsOf(pod: ReadPod, manifest: unknown): PodDefaults {
  const fields: DefaultedField[] = [];
  if (pod.object !== undefined) {
    // Tolerations come from a plugin, and are listed there. A status is not stored: it may be in a manifest that was read from a cluster.
    const { status: _, ...stored } = pod.object as { readonly status?: unknown };
    const taken = pod.kind === 'Pod' ? withoutTolerations(stored, manifest) : stored;
    compare(taken, manifest, Path.root, fields);
    fields.push(...pod.findings.filter(({ type }) => type === 'FieldDropped').map(({ at, keys }): DefaultedField => ({ at, keys, given: valueAt(manifest, keys), by: 'dropped' })));
  }
  return { findings: pod.findings, fields, admission: pod.found ? admissionOf(pod) : [] };
}

interface Toleration {
  readonly key?: string;
  readonly operator?: string;
  readonly effect?: string;
}

function tolerationsIn(manifest: unknown): readonly unknown[] {
  const spec = field(manifest, 'spec');
  const tolerations = field(spec, 'tolerations');
  return isList(tolerations) ? tolerations : [];
}

/** The stored pod with as many tolerations as it was given: those of the plugin are the last. */
function withoutTolerations(stored: object, manifest: unknown): object {
  const { spec, ...rest } = stored as { readonly spec?: { readonly tolerations?: readonly Toleration[] } };
  const { tolerations = [], ...others } = spec ?? {};
  const given = tolerationsIn(manifest).length;
  const kept = tolerations.slice(0, Math.min(given, tolerations.length));
  return { ...rest, ...spec !== undefined && { spec: { ...others, ...kept.length > 0 && { tolerations: kept } } } };
}

/** A member of the user's value, which may be anything. */
function field(value: unknown, key: string | number): unknown {
  try {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as { readonly [key: string | number]: unknown })[key] : undefined;
  } catch {
    return undefined;
  }
}

function valueAt(manifest: unknown, keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((value, key) => field(value, key), manifest);
}

function isList(value: unknown): value is unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** Goes through the stored object, and looks what the manifest has in the same place. */
function compare(stored: unknown, given: unknown, at: Path, fields: DefaultedField[]): void {
  if (Array.isArray(stored)) {
    stored.forEach((item, i) => compare(item, field(given, i), at.index(i), fields));
    return;
  }
  if (typeof stored !== 'object' || stored === null) {
    if (given === undefined || given === null) {
      add(fields, at, 'default', stored);
    } else if (stored !== given) {
      add(fields, at, 'normal-form', stored, given);
    }
    return;
  }
  if (typeof given !== 'object' || given === null) {
    add(fields, at, 'default', stored); // A whole object that was missing; the server writes some of them though they are empty.
    return;
  }
  for (const key of Object.keys(stored)) {
    compare((stored as { readonly [key: string]: unknown })[key], field(given, key), at.child(key), fields);
  }
}

function add(fields: DefaultedField[], at: Path, by: DefaultedField['by'], value: unknown, given?: unknown, plugin?: string): void {
  fields.push({ at: at.toString(), keys: at.keys(), value, ...given !== undefined && { given }, by, ...plugin !== undefined && { plugin } });
}

function admissionOf(pod: ReadPod): DefaultedField[] {
  const fields: DefaultedField[] = [];
  const spec = Path.root.child('spec');
  const adds = (at: Path, value: unknown, plugin: string) => add(fields, at, 'admission', value, undefined, plugin);
  if (pod.spec.priorityClassName === undefined) {
    adds(spec.child('priority'), 0, 'Priority');
    if (pod.spec.preemptionPolicy === undefined) {
      adds(spec.child('preemptionPolicy'), 'PreemptLowerPriority', 'Priority');
    }
  }
  if (pod.spec.serviceAccountName === undefined) {
    adds(spec.child('serviceAccountName'), 'default', 'ServiceAccount');
    adds(spec.child('serviceAccount'), 'default', 'ServiceAccount');
  }
  if (pod.spec.automountServiceAccountToken !== false) {
    addToken(pod, spec, adds);
  }
  for (const key of ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']) {
    if (!tolerates(pod, key)) {
      adds(spec.child('tolerations'), { key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: UNREADY_SECONDS }, 'DefaultTolerationSeconds');
    }
  }
  return fields;
}

/** Whether a toleration that the author wrote covers a taint; those of the plugin are in the stored pod, and look as it adds them. */
function tolerates({ spec }: ReadPod, key: string): boolean {
  return (spec.tolerations ?? []).some((toleration) => (toleration.key === undefined || toleration.key === key)
    && (toleration.effect === undefined || toleration.effect === 'NoExecute')
    && !(toleration.key === key && toleration.operator === 'Exists' && toleration.tolerationSeconds === UNREADY_SECONDS));
}

/** The token of the account: a volume, and a mount in each container that has nothing there. */
function addToken(pod: ReadPod, spec: Path, adds: (at: Path, value: unknown, plugin: string) => void): void {
  const mounting = pod.containers.filter(({ container }) => !(container.volumeMounts ?? []).some(({ mountPath }) => mountPath === TOKEN_PATH));
  if (mounting.length === 0) {
    return;
  }
  adds(spec.child('volumes'), {
    name: TOKEN_VOLUME,
    projected: {
      defaultMode: 0o644,
      sources: [
        { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
        { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
        { downwardAPI: { items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }] } },
      ],
    },
  }, 'ServiceAccount');
  for (const { role, container } of mounting) {
    const list = role === 'app' ? 'containers' : 'initContainers';
    const index = (pod.spec[list] ?? []).indexOf(container);
    adds(spec.child(list).index(index).child('volumeMounts'), { name: TOKEN_VOLUME, readOnly: true, mountPath: TOKEN_PATH }, 'ServiceAccount');
  }
}
