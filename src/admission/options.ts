import type { Cluster } from './cluster';
import type { ClusterAdmission } from './context';
import { isPlain, read } from './decode/reading';
import { nearest } from './formats/nearest';
import { Path } from './path';
import { PodSecurityLevel } from './pod-security/check';
import { FindingOptions, Report, show } from './report';
import { DEFAULT_KUBERNETES_VERSION, KUBERNETES_VERSIONS, KubernetesVersion, Minor, minorOf } from './version';

/** What a review assumes about the cluster, and what it reports. */
export interface ReviewOptions {
  /**
   * The Kubernetes version whose API server decides.
   *
   * @default - the version of `cluster`, if that has one; otherwise the newest supported one
   */
  readonly kubernetesVersion?: KubernetesVersion;
  /**
   * The level of the Pod Security Standards that pods must meet; a violation is an error.
   *
   * @default 'privileged'
   */
  readonly podSecurity?: 'privileged' | PodSecurityLevel;
  /**
   * Whether all findings of severity `advice` are included. They come from this library, not from the server. Advice about what can never work, such
   * as an image reference that no node can pull, is always included.
   *
   * @default false
   */
  readonly advice?: boolean;
  /**
   * Facts of the cluster, made from plain objects by `clusterFacts` of `cdk8s-pods/cluster`. Its admission plugins then decide by its limit ranges,
   * quotas, classes, accounts and namespaces, and `defaulted` has what they add.
   *
   * @default - a new cluster in which every object that a manifest refers to exists
   */
  readonly cluster?: Cluster;
}

/** The same, checked and complete. */
export interface Settings {
  readonly minor: Minor;
  readonly podSecurity: 'privileged' | PodSecurityLevel;
  readonly advice: boolean;
  readonly cluster?: ClusterAdmission;
}

const USUAL: Settings = { minor: minorOf(DEFAULT_KUBERNETES_VERSION)!, podSecurity: 'privileged', advice: false };
const LEVELS: readonly string[] = ['privileged', 'baseline', 'restricted'];
const FLAGS: readonly unknown[] = [true, false];
/** The compiler asks for each option here; the values are there for a "did you mean". */
const OPTIONS: { readonly [option in keyof Required<ReviewOptions>]: readonly unknown[] } = {
  kubernetesVersion: KUBERNETES_VERSIONS,
  podSecurity: LEVELS,
  advice: FLAGS,
  cluster: [],
};
/** Of an object with more unknown keys, only the first are reported. */
const MOST_UNKNOWN = 10;

/**
 * Undefined, with findings, for options that make no sense.
 *
 * @param more the options that the caller reads itself
 */
export function readOptions(options: ReviewOptions | undefined, report: Report, more: readonly string[] = []): Settings | undefined {
  if (options === undefined) {
    return USUAL;
  }
  const given: object = Object(options ?? {});
  const cluster = read(given, 'cluster') ?? undefined;
  const isCluster = cluster === undefined || typeof read(Object(cluster) as object, 'admission') === 'function';
  const version = read(given, 'kubernetesVersion') ?? (isCluster ? (cluster as Cluster | undefined)?.kubernetesVersion : undefined) ?? DEFAULT_KUBERNETES_VERSION;
  const level = read(given, 'podSecurity') ?? 'privileged';
  const advice = read(given, 'advice') ?? false;
  const minor = typeof version === 'string' ? minorOf(version) : undefined;
  if (minor === undefined) {
    report.badRequest(Path.root, 'review/kubernetes-version', `unsupported kubernetesVersion ${say(version)}: must be one of ${KUBERNETES_VERSIONS.join(', ')}`, hintFor(version, 'kubernetesVersion'));
  }
  if (!LEVELS.includes(level as string)) {
    report.badRequest(Path.root, 'review/pod-security', `unsupported podSecurity ${say(level)}: must be one of ${LEVELS.join(', ')}`, hintFor(level, 'podSecurity'));
  }
  if (!FLAGS.includes(advice)) {
    report.badRequest(Path.root, 'review/advice', `unsupported advice ${say(advice)}: must be true or false`);
  }
  if (!isCluster) {
    report.badRequest(Path.root, 'review/cluster', `unsupported cluster ${say(cluster)}: must be what clusterFacts() returns`);
  }
  const known = [...Object.keys(OPTIONS), ...more];
  for (const name of unknownKeys(given, known)) {
    const near = nearest(name, known)?.name;
    report.badRequest(Path.root, 'review/unknown-option', `${show(name)} is not an option: must be one of ${known.join(', ')}`,
      { hint: near === undefined ? 'remove it' : `did you mean '${near}'?` });
  }
  if (minor === undefined || report.findings.length > 0) {
    return undefined;
  }
  const settings = { minor, podSecurity: level as Settings['podSecurity'], advice: advice === true };
  return cluster === undefined ? settings : { ...settings, cluster: (cluster as Cluster).admission(minor) };
}

/** The keys of an object literal that are not options: an option with a wrong letter would not do anything. */
function unknownKeys(options: object, known: readonly string[]): string[] {
  try {
    return isPlain(options) ? Object.keys(options).filter((key) => !known.includes(key)).slice(0, MOST_UNKNOWN) : [];
  } catch {
    return []; // a proxy that throws
  }
}

function hintFor(value: unknown, option: keyof ReviewOptions): FindingOptions | undefined {
  const near = typeof value === 'string' ? nearest(value, OPTIONS[option] as readonly string[])?.name : undefined;
  return near === undefined ? undefined : { hint: `did you mean '${near}'?` };
}

/** A value of an option, whatever it is. */
export function say(value: unknown): string {
  return typeof value === 'string' ? show(value) : `(of type ${typeof value})`;
}
