import { repairManifest, review } from '../admission';
import type { Review } from '../admission';
import type { ContainerRole, InsightOptions } from './types-common';
import type { Finding } from '../admission/finding';
import { Path } from '../admission/path';
import { DEFAULT_KUBERNETES_VERSION, enabled, Gate, Minor, minorOf } from '../admission/version';
import type * as k8s from '../k8s';
import { kindFacts } from '../k8s/kinds';
import type { Loose } from '../objects/loose';

/** A container with its role and its place. */
export interface ReadContainer {
  readonly name: string;
  readonly role: ContainerRole;
  readonly container: Loose<k8s.Container>;
  readonly at: Path;
}

/** A manifest as all insights see it. */
export interface ReadPod {
  readonly kind: string;
  readonly name: string;
  readonly minor: Minor;
  readonly findings: Finding[];
  /** The object as the server stores it; absent when it cannot be read. */
  readonly object?: Loose<k8s.Job> & { readonly kind?: string };
  /** Whether it has a pod that can be read. */
  readonly found: boolean;
  readonly metadata: Loose<k8s.ObjectMeta>;
  readonly spec: Loose<k8s.PodSpec>;
  /** The place of the pod's spec in the manifest. */
  readonly at: Path;
  readonly qosClass?: 'Guaranteed' | 'Burstable' | 'BestEffort';
  /** Init containers and sidecars, then app containers, in the order of the manifest. */
  readonly containers: readonly ReadContainer[];
}

/**
 * Reads the pod or pod template of a manifest, with the server's defaults. Never throws, whatever it is given, and does not change it: what
 * cannot be read is left out, and the findings say so.
 */
export function readPod(manifest: unknown, options?: InsightOptions): ReadPod {
  const { object, findings } = decode(manifest, options);
  const minor = minorOf(options?.kubernetesVersion ?? DEFAULT_KUBERNETES_VERSION) ?? minorOf(DEFAULT_KUBERNETES_VERSION)!;
  const kind = object?.kind ?? '';
  const way = object === undefined ? undefined : kindFacts(kind)?.template;
  const placed = way === undefined ? undefined : follow(object!, way);
  const name = object?.metadata?.name ?? object?.metadata?.generateName ?? '';
  if (placed === undefined) {
    const all = [...findings, ...withoutPod(object, findings)];
    return { kind, name, minor, findings: all, object, found: false, metadata: {}, spec: {}, at: Path.root, containers: [] };
  }
  const { metadata = {} } = placed;
  const { spec, qosClass } = podOf(placed.spec ?? {}, kind, options);
  const at = way!.reduce((path, step) => path.child(step), Path.root).child('spec');
  const base = { kind, name, minor, findings: [...findings], object };
  return { ...base, found: true, metadata, spec, at, qosClass, containers: containersOf(spec, at) };
}

const MOST_REPAIRS = 5;

interface Decoded {
  readonly object?: ReadPod['object'];
  readonly findings: readonly Finding[];
}

function decode(manifest: unknown, options: InsightOptions | undefined): Decoded {
  const version = { kubernetesVersion: options?.kubernetesVersion };
  const first = review(manifest, version);
  let answer: Review = first;
  // What was meant may be wrong too, so that one repair is not always enough.
  for (let i = 0; i < MOST_REPAIRS && answer.defaulted === undefined && answer.items === undefined; i++) {
    const repaired = repairManifest(manifest, answer.findings.filter(({ type }) => type === 'BadRequest'));
    if (repaired === undefined) {
      break;
    }
    manifest = repaired.manifest;
    answer = review(manifest, version);
  }
  return { object: answer.defaulted as ReadPod['object'], findings: first.findings };
}

/** The template in an object; undefined when it has none. */
function follow(object: object, way: readonly string[]): Loose<k8s.PodTemplateSpec> | undefined {
  let at: any = object;
  for (const step of way) {
    at = at?.[step];
  }
  return at as Loose<k8s.PodTemplateSpec> | undefined;
}

/** Says why there is no answer, unless the server's findings do. */
function withoutPod(object: ReadPod['object'], findings: readonly Finding[]): Finding[] {
  if (object === undefined && findings.some(({ severity }) => severity === 'error')) {
    return [];
  }
  const message = object?.kind === undefined ? 'no pod can be read from this: give one object, not a list, of a kind that has pods'
    : `kind '${object.kind}' has no pods here: give a Pod, or an object with a pod template`;
  return [{ severity: 'error', type: 'BadRequest', code: 'insight/no-pod', field: '', at: '', keys: [], message }];
}

/** A pod as it is made from a template: some defaults, such as requests from limits, and the class are of pods alone. */
function podOf(spec: Loose<k8s.PodSpec>, kind: string, options: InsightOptions | undefined): Pick<ReadPod, 'spec' | 'qosClass'> {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod' }, spec };
  const { qosClass, defaulted } = review(pod, { kubernetesVersion: options?.kubernetesVersion });
  const made = defaulted as { readonly spec?: Loose<k8s.PodSpec> } | undefined;
  return { spec: kind === 'Pod' ? spec : made?.spec ?? spec, qosClass };
}

export function containersOf(spec: Loose<k8s.PodSpec>, at: Path): ReadContainer[] {
  const read = (list: 'initContainers' | 'containers', role: (container: Loose<k8s.Container>) => ContainerRole) =>
    (spec[list] ?? []).map((container, i) => ({ name: container.name ?? '', role: role(container), container, at: at.child(list).index(i) }));
  return [
    ...read('initContainers', ({ restartPolicy }) => restartPolicy === 'Always' ? 'sidecar' : 'init'),
    ...read('containers', () => 'app'),
  ];
}

/** Whether a feature gate is on by default. */
export function isOn(gate: Gate, { minor }: ReadPod): boolean {
  return enabled(gate, minor);
}
