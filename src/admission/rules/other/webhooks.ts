import { setRuleDefaults, validateAdmissionRule } from './admission-rules';
import { requireText } from './required';
import type * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Draft } from '../../defaults/draft';
import { dns1035Label, dns1123Subdomain } from '../../formats/names';
import { isPort } from '../../formats/ports';
import { Path } from '../../path';
import { show } from '../../report';
import { validateLabelSelector } from '../metadata/label-selector';

type Configuration = k8s.ValidatingWebhookConfiguration | k8s.MutatingWebhookConfiguration;
type Hook = Decoded<k8s.ValidatingWebhook & k8s.MutatingWebhook>;

const WEBHOOKS = Path.root.child('webhooks');
const SIDE_EFFECTS = ['None', 'NoneOnDryRun'];
const REVIEWS = ['v1', 'v1beta1'];
const LONGEST_TIMEOUT = 30;
/** Fields of a webhook that take one of some values. */
const CHOICES: readonly (readonly [field: 'failurePolicy' | 'matchPolicy' | 'reinvocationPolicy', values: readonly string[]])[] = [
  ['failurePolicy', ['Fail', 'Ignore']], ['matchPolicy', ['Equivalent', 'Exact']], ['reinvocationPolicy', ['IfNeeded', 'Never']],
];
const HTTPS_PORT = 443;
const DEFAULT_TIMEOUT = 10;

export function setWebhookDefaults({ webhooks }: Draft<Configuration>, ctx: Context): void {
  (webhooks as Draft<k8s.MutatingWebhook>[] | undefined)?.forEach((hook) => {
    hook.failurePolicy ??= 'Fail';
    hook.matchPolicy ??= 'Equivalent';
    hook.namespaceSelector ??= {};
    hook.objectSelector ??= {};
    hook.timeoutSeconds ??= DEFAULT_TIMEOUT;
    if (ctx.kind === 'MutatingWebhookConfiguration') {
      hook.reinvocationPolicy ??= 'Never';
    }
    setRuleDefaults(hook.rules);
    if (hook.clientConfig?.service !== undefined) {
      hook.clientConfig.service.port ??= HTTPS_PORT;
    }
  });
}

/** Source: pkg/apis/admissionregistration/validation; URLs, paths of services, CA bundles and CEL are not checked. */
export function validateWebhooks({ webhooks = [] }: Decoded<Configuration>, ctx: Context): void {
  const names = new Set<string>();
  (webhooks as readonly Hook[]).forEach((hook, i) => {
    const path = WEBHOOKS.index(i);
    validateHook(hook, path, ctx);
    validateReviewVersions(hook.admissionReviewVersions ?? [], path.child('admissionReviewVersions'), ctx);
    if (hook.name !== undefined && names.has(hook.name)) {
      ctx.report.duplicate(path.child('name'), 'webhook/duplicate-name', `duplicate name ${show(hook.name)}`);
    }
    names.add(hook.name ?? '');
  });
}

function validateHook(hook: Hook, path: Path, ctx: Context): void {
  requireText(hook.name, path.child('name'), 'webhook/name', 'a webhook must have a name, such as check.example.com', qualified, ctx);
  hook.rules?.forEach((rule, i) => validateAdmissionRule(rule, path.child('rules').index(i), ctx));
  for (const [field, values] of CHOICES) {
    const value = hook[field];
    if (value !== undefined && !values.includes(value)) {
      ctx.report.notSupported(path.child(field), 'webhook/policy', value, values);
    }
  }
  if (hook.sideEffects === undefined) {
    ctx.report.required(path.child('sideEffects'), 'webhook/side-effects', 'sideEffects is required: None or NoneOnDryRun');
  } else if (!SIDE_EFFECTS.includes(hook.sideEffects)) {
    ctx.report.notSupported(path.child('sideEffects'), 'webhook/side-effects', hook.sideEffects, SIDE_EFFECTS);
  }
  const { timeoutSeconds = DEFAULT_TIMEOUT } = hook;
  if (timeoutSeconds < 1 || timeoutSeconds > LONGEST_TIMEOUT) {
    ctx.report.invalid(path.child('timeoutSeconds'), 'webhook/timeout', `must be from 1 to ${LONGEST_TIMEOUT}, got ${timeoutSeconds}`);
  }
  validateLabelSelector(hook.namespaceSelector, path.child('namespaceSelector'), ctx);
  validateLabelSelector(hook.objectSelector, path.child('objectSelector'), ctx);
  validateClient(hook.clientConfig ?? {}, path.child('clientConfig'), ctx);
}

/** A domain of three labels or more. */
function qualified(name: string): string | undefined {
  return dns1123Subdomain(name) ?? (name.split('.').length < 3 ? 'must have at least three parts, separated by dots, such as check.example.com' : undefined);
}

function validateClient({ url, service }: NonNullable<Hook['clientConfig']>, path: Path, ctx: Context): void {
  if ((url === undefined) === (service === undefined)) {
    ctx.report.required(path, 'webhook/client', 'exactly one of url and service is required');
  } else if (service !== undefined) {
    const at = path.child('service');
    // The server takes the name for the namespace, and the other way round.
    for (const [field, written] of [['name', 'namespace'], ['namespace', 'name']] as const) {
      if ((service[field] ?? '') === '') {
        ctx.report.required(at.child(field), 'webhook/service', `the ${field} of the Service is required`, { field: at.child(written) });
      }
    }
    if (service.port !== undefined && !isPort(service.port)) {
      ctx.report.invalid(at.child('port'), 'webhook/service-port', `must be from 1 to 65535, got ${service.port}`);
    }
  }
}

function validateReviewVersions(versions: readonly string[], path: Path, ctx: Context): void {
  if (versions.length === 0) {
    ctx.report.required(path, 'webhook/review-versions', 'at least one version of AdmissionReview is required', { hint: 'use v1' });
    return;
  }
  const seen = new Set<string>();
  versions.forEach((version, i) => {
    const problem = seen.has(version) ? 'is a duplicate' : dns1035Label(version);
    seen.add(version);
    if (problem !== undefined) {
      ctx.report.invalid(path.index(i), 'webhook/review-version', `version ${show(version)} ${problem}`);
    }
  });
  if (!versions.some((version) => REVIEWS.includes(version))) {
    ctx.report.invalid(path, 'webhook/review-versions', `must have ${REVIEWS.join(' or ')}: the server sends no other`);
  }
}
