import { validateDNSConfig, validateDNSPolicy } from './dns';
import { validateReadinessGates, validateSchedulingGates } from './gates';
import { validateHostAliases } from './host-aliases';
import { validateHostNetworkPorts, validateHostnameOverride, validateHostUsers } from './host-namespaces';
import { podContext } from './pod-context';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { dns1123Label, dns1123Subdomain, NameRule } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { validateContainers } from '../containers/containers';
import { validateEphemeralContainers } from '../containers/ephemeral-containers';
import { validateFileKeyVolumes } from '../containers/file-key-volumes';
import { validateInitContainers } from '../containers/init-containers';
import { validateLabels } from '../metadata/metadata';
import { validatePodClaims } from '../resources/pod-claims';
import { validateOverhead, validatePodResources } from '../resources/pod-resources';
import { validateAffinity } from '../scheduling/affinity';
import { validateTolerations } from '../scheduling/tolerations';
import { validateTopologySpread } from '../scheduling/topology-spread';
import { validateOS } from '../security/os';
import { validatePodSecurityContext } from '../security/security-context';
import { validateHostProcesses } from '../security/security-context-windows';
import { validateVolumes } from '../volumes';

const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const PREEMPTION_POLICIES = ['PreemptLowerPriority', 'Never'];
const MAX_DEADLINE = 2147483647;

/**
 * The spec of a pod (`podOnly`, with its metadata) or of a pod template (without), in the server's order. Fields that always have a default
 * (restartPolicy, dnsPolicy, grace period) are never unset here.
 */
export function validatePodSpec(
  spec: Decoded<k8s.PodSpec>, meta: Decoded<k8s.ObjectMeta> | undefined, path: Path, ctx: Context, podOnly: boolean,
): void {
  const pod = podContext(spec, meta, ctx, podOnly);
  const volumes = validateVolumes(spec.volumes, path.child('volumes'), pod);
  if (spec.resourceClaims !== undefined) {
    validatePodClaims(spec.resourceClaims, path.child('resourceClaims'), pod);
  }
  validateContainers(spec, volumes, pod.claims, path, pod);
  validateInitContainers(spec, volumes, pod.claims, path, pod);
  validateEphemeralContainers(spec, volumes, pod.claims, path, pod);
  validatePodResources(spec, path, pod);
  validateHostNetworkPorts(spec, path, pod);
  validateChoice(spec.restartPolicy, RESTART_POLICIES, path, 'restartPolicy', 'pod-spec/restart-policy', ctx);
  if (spec.dnsPolicy !== 'ClusterFirst') {
    validateDNSPolicy(spec.dnsPolicy, path.child('dnsPolicy'), ctx);
  }
  if (spec.nodeSelector !== undefined) {
    validateLabels(spec.nodeSelector, path.child('nodeSelector'), ctx);
  }
  validatePodSecurityContext(spec, path, ctx);
  if (spec.affinity !== undefined) {
    validateAffinity(spec.affinity, path.child('affinity'), ctx);
  }
  if (spec.dnsConfig !== undefined || spec.dnsPolicy === 'None') {
    validateDNSConfig(spec.dnsConfig, spec.dnsPolicy, path.child('dnsConfig'), ctx);
  }
  if (spec.readinessGates !== undefined) {
    validateReadinessGates(spec.readinessGates, path.child('readinessGates'), ctx);
  }
  if (spec.schedulingGates !== undefined) {
    validateSchedulingGates(spec.schedulingGates, path.child('schedulingGates'), ctx);
  }
  if (spec.topologySpreadConstraints !== undefined) {
    validateTopologySpread(spec.topologySpreadConstraints, path.child('topologySpreadConstraints'), ctx);
  }
  validateHostProcesses(spec, path, ctx);
  validateHostUsers(spec, path, pod);
  validateHostnameOverride(spec, path, pod);
  validateServiceAccount(spec, path, ctx);
  validateName(spec.nodeName, dns1123Subdomain, path, 'nodeName', 'pod-spec/node-name', ctx);
  validateDeadline(spec.activeDeadlineSeconds, path, ctx);
  validateName(spec.hostname, dns1123Label, path, 'hostname', 'pod-spec/hostname', ctx);
  validateName(spec.subdomain, dns1123Label, path, 'subdomain', 'pod-spec/subdomain', ctx);
  if (spec.tolerations !== undefined) {
    validateTolerations(spec.tolerations, path.child('tolerations'), ctx);
  }
  if (spec.hostAliases !== undefined) {
    validateHostAliases(spec.hostAliases, path.child('hostAliases'), ctx);
  }
  validateName(spec.priorityClassName, dns1123Subdomain, path, 'priorityClassName', 'pod-spec/priority-class-name', ctx);
  validateName(spec.runtimeClassName, dns1123Subdomain, path, 'runtimeClassName', 'pod-spec/runtime-class-name', ctx);
  validatePreemptionPolicy(spec.preemptionPolicy, path, ctx);
  if (spec.overhead !== undefined) {
    validateOverhead(spec.overhead, path.child('overhead'), pod);
  }
  validateOS(spec, path, ctx);
  validateFileKeyVolumes(spec, path, ctx);
}

function validateName(name: string | undefined, rule: NameRule, path: Path, field: string, code: string, ctx: Context): void {
  const problem = name === undefined ? undefined : rule(name);
  if (problem !== undefined) {
    ctx.report.invalid(path.child(field), code, `${show(name)} ${problem}`);
  }
}

function validateChoice(value: string | undefined, choices: readonly string[], path: Path, field: string, code: string, ctx: Context): void {
  if (value !== undefined && !choices.includes(value)) {
    ctx.report.notSupported(path.child(field), code, value, choices);
  }
}

/** `serviceAccount` is the deprecated alias of `serviceAccountName`, which wins. The server's paths use the new name only. */
function validateServiceAccount(spec: Decoded<k8s.PodSpec>, path: Path, ctx: Context): void {
  const name = spec.serviceAccountName ?? spec.serviceAccount;
  const problem = name === undefined ? undefined : dns1123Subdomain(name);
  if (problem !== undefined) {
    ctx.report.invalid(path.child(spec.serviceAccountName === undefined ? 'serviceAccount' : 'serviceAccountName'), 'pod-spec/service-account-name',
      `${show(name)} ${problem}`, { field: path.child('serviceAccountName') });
  }
}

function validateDeadline(seconds: number | undefined, path: Path, ctx: Context): void {
  if (seconds !== undefined && (seconds < 1 || seconds > MAX_DEADLINE)) {
    ctx.report.invalid(path.child('activeDeadlineSeconds'), 'pod-spec/active-deadline-seconds', `must be from 1 to ${MAX_DEADLINE}, got ${seconds}`);
  }
}

function validatePreemptionPolicy(policy: string | undefined, path: Path, ctx: Context): void {
  if (policy === '') {
    ctx.report.required(path.child('preemptionPolicy'), 'pod-spec/preemption-policy-required', 'preemptionPolicy must not be empty', { hint: 'remove it' });
  } else {
    validateChoice(policy, PREEMPTION_POLICIES, path, 'preemptionPolicy', 'pod-spec/preemption-policy', ctx);
  }
}
