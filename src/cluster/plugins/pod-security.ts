import type { Plugin, Request } from './plugin';
import { Path } from '../../admission/path';
import { evaluatePodSecurity, PodSecurity } from '../../admission/pod-security/evaluate';
import { PlacedTemplate, podTemplateOf } from '../../admission/pod-template';
import { JsonMap, mapAt, textAt } from '../../objects/plain';

const PREFIX = 'pod-security.kubernetes.io/';
type Level = 'privileged' | 'baseline' | 'restricted';
const LEVELS: readonly string[] = ['privileged', 'baseline', 'restricted'];
const VERSION = /^v1\.(0|[1-9][0-9]{0,9})$/;

interface Policy {
  readonly level: Level;
  /** As it is written: `v1.30` or `latest`. */
  readonly version: string;
}

/**
 * The labels of the namespace say which Pod Security Standards its pods must meet, each in a version (k8s.io/pod-security-admission). Pods that do
 * not meet the enforced level are refused. The level to warn of is looked at in templates too. What is audited, nobody hears of.
 */
export const podSecurity: Plugin = {
  name: 'PodSecurity',
  validate: (request) => evaluate(request),
  validateUpdate: (request) => request.context.kind === 'Pod' && !hasOtherImages(request) ? true : evaluate(request),
};

function evaluate(request: Request): boolean {
  const { object, context: { kind }, namespace, state } = request;
  const pod = podTemplateOf(object, kind);
  if (pod === undefined || namespace === undefined || kind === 'PodTemplate' && object.template === undefined) {
    return true;
  }
  const found = state.find('Namespace', namespace);
  const labels = typeof found === 'object' ? mapAt(found, 'metadata', 'labels') : {};
  const enforce = policyOf(labels, 'enforce', 'restricted');
  if (kind === 'Pod' && !meets(pod, enforce, request)) {
    return false;
  }
  warn(pod, warnPolicy(labels, enforce), request);
  return true;
}

/** Whether a pod meets the enforced level; reports where it does not. */
function meets(pod: PlacedTemplate, policy: Policy, request: Request): boolean {
  const security = securityOf(pod, policy, request);
  if (!isViolated(security, policy)) {
    return true;
  }
  for (const { level, at: place, keys, check, message } of security.violations) {
    if (policy.level === 'restricted' || level === 'baseline') {
      const because = `${message} (namespace '${request.namespace}' enforces ${policy.level})`;
      request.context.report.include(Path.root, { severity: 'error', type: 'Forbidden', code: `pod-security/${check}`, field: '', at: place, keys, message: because });
    }
  }
  return false;
}

function warn(pod: PlacedTemplate, policy: Policy, request: Request): void {
  const security = securityOf(pod, policy, request);
  if (isViolated(security, policy)) {
    const reasons = policy.level === 'restricted' ? security.restrictedReasons : security.baselineReasons;
    const { report, kind } = request.context;
    report.warning(pod.at.child('spec'), 'pod-security/warned', `violates level ${policy.level} (${policy.version}) that namespace '${request.namespace}' warns of: ${reasons.join(', ')}`,
      { field: '', hint: kind === 'Pod' ? 'correct the pod' : 'correct the template', text: kind });
  }
}

function isViolated({ baseline, restricted }: PodSecurity, { level }: Policy): boolean {
  return level === 'restricted' ? !restricted : level === 'baseline' && !baseline;
}

function securityOf({ template, at }: PlacedTemplate, { version }: Policy, { context: { minor } }: Request): PodSecurity {
  const named = VERSION.exec(version)?.[1];
  return evaluatePodSecurity(template, at, named === undefined ? minor : Math.min(Number(named), minor));
}

/** The policy of a mode. A value that cannot be read counts as the strictest where it is enforced, and as none elsewhere. */
function policyOf(labels: JsonMap, mode: string, unreadable: Level): Policy {
  const level = textAt(labels, `${PREFIX}${mode}`);
  const version = textAt(labels, `${PREFIX}${mode}-version`);
  return {
    level: level === undefined ? Object.hasOwn(labels, `${PREFIX}${mode}`) ? unreadable : 'privileged' : LEVELS.includes(level) ? level as Level : unreadable,
    version: version !== undefined && VERSION.test(version) ? version : 'latest',
  };
}

/** Without a level of its own, a namespace warns of what it enforces. */
function warnPolicy(labels: JsonMap, enforce: Policy): Policy {
  const own = policyOf(labels, 'warn', 'privileged');
  if (Object.hasOwn(labels, `${PREFIX}warn`) || !LEVELS.includes(textAt(labels, `${PREFIX}enforce`) ?? '') || enforce.level === 'privileged') {
    return own;
  }
  return { level: enforce.level, version: Object.hasOwn(labels, `${PREFIX}warn-version`) ? own.version : enforce.version };
}

/** Of an update of a pod, only other images and other containers are looked at. */
function hasOtherImages({ object, old }: Request): boolean {
  return ['initContainers', 'containers', 'ephemeralContainers'].some((list) => imagesOf(object, list) !== imagesOf(old ?? {}, list));
}

function imagesOf(pod: { readonly spec?: unknown }, list: string): string {
  const containers = (pod.spec as { readonly [list: string]: unknown } | undefined)?.[list];
  return JSON.stringify(Array.isArray(containers) ? containers.map((one: { readonly name?: string; readonly image?: string }) => list === 'ephemeralContainers' ? [one.name, one.image] : one.image) : []);
}
