import { read } from './decode/reading';
import { Path } from './path';
import { PodSecurityLevel } from './pod-security/check';
import { Report, show } from './report';
import { DEFAULT_KUBERNETES_VERSION, KUBERNETES_VERSIONS, KubernetesVersion, Minor, minorOf } from './version';

/** What a review takes for granted of the cluster. */
export interface ReviewOptions {
  /**
   * The Kubernetes version whose API server decides.
   *
   * @default - the newest supported one
   */
  readonly kubernetesVersion?: KubernetesVersion;
  /**
   * The level of the Pod Security Standards that pods must meet; a violation is an error.
   *
   * @default 'privileged'
   */
  readonly podSecurity?: 'privileged' | PodSecurityLevel;
  /**
   * Whether all findings of severity `advice` are included: they are this library's, not the server's. Those about what can never work, such
   * as an image reference that no node can pull, always are.
   *
   * @default false
   */
  readonly advice?: boolean;
}

/** The same, checked and complete. */
export interface Settings {
  readonly minor: Minor;
  readonly podSecurity: 'privileged' | PodSecurityLevel;
  readonly advice: boolean;
}

const USUAL: Settings = { minor: minorOf(DEFAULT_KUBERNETES_VERSION)!, podSecurity: 'privileged', advice: false };
const LEVELS: readonly string[] = ['privileged', 'baseline', 'restricted'];

/** Undefined, with findings, for options that make no sense. */
export function readOptions(options: ReviewOptions | undefined, report: Report): Settings | undefined {
  if (options === undefined) {
    return USUAL;
  }
  const given: object = Object(options ?? {});
  const version = read(given, 'kubernetesVersion') ?? DEFAULT_KUBERNETES_VERSION;
  const level = read(given, 'podSecurity') ?? 'privileged';
  const minor = typeof version === 'string' ? minorOf(version) : undefined;
  if (minor === undefined) {
    report.badRequest(Path.root, 'review/kubernetes-version', `unsupported kubernetesVersion ${say(version)}: must be one of ${KUBERNETES_VERSIONS.join(', ')}`);
  }
  if (!LEVELS.includes(level as string)) {
    report.badRequest(Path.root, 'review/pod-security', `unsupported podSecurity ${say(level)}: must be one of ${LEVELS.join(', ')}`);
  }
  return minor === undefined || report.findings.length > 0 ? undefined : { minor, podSecurity: level as Settings['podSecurity'], advice: read(given, 'advice') === true };
}

function say(value: unknown): string {
  return typeof value === 'string' ? show(value) : `(of type ${typeof value})`;
}
