import { checkText, requireText } from './required';
import type * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { NormalObject } from '../../decode/normal';
import { Draft } from '../../defaults/draft';
import { dns1035Label, dns1123Subdomain, NameRule } from '../../formats/names';
import { isPort } from '../../formats/ports';
import { show } from '../../report';
import { SPEC } from '../workloads/workload';

const SERVICE = SPEC.child('service');
const HTTPS_PORT = 443;
const HIGHEST_GROUP_PRIORITY = 20_000;
const HIGHEST_VERSION_PRIORITY = 1000;

/** `v1.example.com`: the version and the group. */
export function apiServiceName(object: NormalObject): NameRule {
  const { version, group } = (object as Decoded<k8s.APIService>).spec ?? {};
  const wanted = `${version ?? ''}.${group ?? ''}`;
  return (name) => name === wanted && name !== '.' ? undefined : `must be the version and the group: ${show(wanted)}`;
}

export function setApiServiceDefaults({ spec }: Draft<k8s.APIService>): void {
  if (spec?.service !== undefined) {
    spec.service.port ??= HTTPS_PORT;
  }
}

/** Source: pkg/apis/apiregistration/validation of kube-aggregator. */
export function validateApiService({ spec = {} }: Decoded<k8s.APIService>, ctx: Context): void {
  const { group, version = '', service, caBundle, insecureSkipTLSVerify } = spec;
  if (group === undefined && version !== 'v1') {
    ctx.report.required(SPEC.child('group'), 'api-service/group', 'the group is required');
  }
  checkText(group, SPEC.child('group'), 'api-service/group', dns1123Subdomain, ctx);
  const problem = dns1035Label(version);
  if (problem !== undefined) {
    ctx.report.invalid(SPEC.child('version'), 'api-service/version', `${show(version)} ${problem}`);
  }
  validatePriority('groupPriorityMinimum', spec.groupPriorityMinimum ?? 0, HIGHEST_GROUP_PRIORITY, ctx);
  validatePriority('versionPriority', spec.versionPriority ?? 0, HIGHEST_VERSION_PRIORITY, ctx);
  if (service === undefined) {
    for (const field of ['caBundle', 'insecureSkipTLSVerify'] as const) {
      if (spec[field] !== undefined) {
        ctx.report.invalid(SPEC.child(field), 'api-service/tls', `${field} is not allowed without a service`);
      }
    }
    return;
  }
  requireText(service.namespace, SERVICE.child('namespace'), 'api-service/service', 'the namespace of the Service is required', undefined, ctx);
  requireText(service.name, SERVICE.child('name'), 'api-service/service', 'the name of the Service is required', undefined, ctx);
  if (service.port !== undefined && !isPort(service.port)) {
    ctx.report.invalid(SERVICE.child('port'), 'api-service/port', `must be from 1 to 65535, got ${service.port}`);
  }
  if (insecureSkipTLSVerify === true && caBundle !== undefined) {
    ctx.report.invalid(SPEC.child('insecureSkipTLSVerify'), 'api-service/tls', 'insecureSkipTLSVerify: true is not allowed with a caBundle');
  }
}

function validatePriority(field: 'groupPriorityMinimum' | 'versionPriority', value: number, highest: number, ctx: Context): void {
  if (value <= 0 || value > highest) {
    ctx.report.invalid(SPEC.child(field), 'api-service/priority', `must be from 1 to ${highest}, got ${value}`);
  }
}
