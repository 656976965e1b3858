import { validateBackend } from './ingress-backend';
import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { parseIp } from '../../formats/ip';
import { dns1123Subdomain, wildcardDns1123Subdomain } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { show } from '../../report';
import { validateObjectMeta } from '../metadata/metadata';
import { METADATA, SPEC } from '../workloads/workload';

type HttpPath = Decoded<k8s.HTTPIngressPath>;

/** The way to name a class before `ingressClassName`. */
const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';
const PATH_TYPES = ['Exact', 'ImplementationSpecific', 'Prefix'];
const FORBIDDEN_PARTS = ['//', '/./', '/../', '%2f', '%2F'];
const FORBIDDEN_ENDS = ['/..', '/.'];

/** An Ingress. Source: pkg/apis/networking/validation. */
export const ingress: KindPlan = {
  coverage: 'full',
  setDefaults: () => undefined,
  validate: ({ metadata, spec = {} }: Decoded<k8s.Ingress>, ctx) => {
    validateObjectMeta(metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: true });
    validateIngressSpec(spec, ctx);
    const annotation = classAnnotation(metadata);
    if (annotation !== undefined && spec.ingressClassName !== undefined && annotation !== spec.ingressClassName) {
      ctx.report.invalid(METADATA.child('annotations').key(CLASS_ANNOTATION), 'ingress/class-annotation',
        `must equal ingressClassName ${show(spec.ingressClassName)}, got ${show(annotation)}`,
        { field: `annotations.${CLASS_ANNOTATION}`, hint: `remove the annotation ${CLASS_ANNOTATION}` });
    }
  },
  warn: ({ metadata, spec }: Decoded<k8s.Ingress>, ctx) => {
    const annotation = classAnnotation(metadata);
    if (annotation !== undefined && spec?.ingressClassName === undefined) {
      ctx.report.warning(METADATA.child('annotations').key(CLASS_ANNOTATION), 'ingress/class-annotation-deprecated',
        `annotation ${show(CLASS_ANNOTATION)} is deprecated`, { field: '', hint: annotation === '' ? 'use ingressClassName' : `use ingressClassName: ${annotation}` });
    }
  },
};

function classAnnotation(metadata: Decoded<k8s.ObjectMeta> | undefined): string | undefined {
  const annotations = metadata?.annotations;
  return annotations !== undefined && Object.hasOwn(annotations, CLASS_ANNOTATION) ? annotations[CLASS_ANNOTATION] ?? '' : undefined;
}

export function validateIngressSpec(spec: Decoded<k8s.IngressSpec>, ctx: Context): void {
  const { defaultBackend, rules, tls, ingressClassName } = spec;
  if (rules === undefined && defaultBackend === undefined) {
    ctx.report.invalid(SPEC, 'ingress/no-rules', 'rules or defaultBackend is required');
  }
  if (defaultBackend !== undefined) {
    validateBackend(defaultBackend, SPEC.child('defaultBackend'), ctx);
  }
  rules?.forEach((rule, i) => validateRule(rule, SPEC.child('rules').index(i), ctx));
  tls?.forEach((item, i) => validateTls(item, SPEC.child('tls').index(i), ctx));
  const problem = ingressClassName === undefined ? undefined : dns1123Subdomain(ingressClassName);
  if (problem !== undefined) {
    ctx.report.invalid(SPEC.child('ingressClassName'), 'ingress/class-name', `${show(ingressClassName)} ${problem}`,
      ingressClassName === '' ? { hint: 'remove it for the default class of the cluster' } : undefined);
  }
}

function validateRule({ host, http }: Decoded<k8s.IngressRule>, path: Path, ctx: Context): void {
  if (host !== undefined) {
    const at = path.child('host');
    if (parseIp(host) !== undefined) {
      ctx.report.invalid(at, 'ingress/host-ip', `must be a DNS name, got the IP address ${show(host)}`);
    }
    validateHost(host, at, 'ingress/host', ctx);
  }
  if (http === undefined) {
    return;
  }
  const at = path.child('http').child('paths');
  if (http.paths === undefined) {
    ctx.report.required(at, 'ingress/paths', 'at least one path is required', { hint: 'add a path such as / with its backend' });
  }
  http.paths?.forEach((item, i) => validatePath(item, at.index(i), ctx));
}

/** A DNS name, or one with a wildcard as its first label. */
function validateHost(host: string, at: Path, code: string, ctx: Context): void {
  const problem = host.includes('*') ? wildcardDns1123Subdomain(host) : dns1123Subdomain(host);
  if (problem !== undefined) {
    ctx.report.invalid(at, code, `${show(host)} ${problem}`, host.includes('://') ? { hint: 'write the host without scheme and path' } : undefined);
  }
}

function validatePath(item: HttpPath, path: Path, ctx: Context): void {
  const type: string | undefined = item.pathType;
  if (type === undefined) {
    // The server looks no further.
    ctx.report.required(path.child('pathType'), 'ingress/path-type', 'pathType is required', { hint: 'set pathType: Prefix' });
    return;
  }
  const { path: url = '' } = item;
  if (!PATH_TYPES.includes(type)) {
    ctx.report.notSupported(path.child('pathType'), 'ingress/path-type', type, PATH_TYPES);
  } else if (type === 'ImplementationSpecific') {
    if (url !== '' && !url.startsWith('/')) {
      notAbsolute(url, path, ctx);
    }
  } else {
    validateUrl(url, type, path, ctx);
  }
  validateBackend(item.backend ?? {}, path.child('backend'), ctx);
}

function validateUrl(url: string, type: string, path: Path, ctx: Context): void {
  if (!url.startsWith('/')) {
    notAbsolute(url, path, ctx);
  }
  for (const part of FORBIDDEN_PARTS) {
    if (url.includes(part)) {
      ctx.report.invalid(path.child('path'), 'ingress/path-part', `a path of type ${type} must not contain '${part}', got ${show(url)}`);
    }
  }
  for (const end of FORBIDDEN_ENDS) {
    if (url.endsWith(end)) {
      ctx.report.invalid(path.child('path'), 'ingress/path-end', `a path of type ${type} must not end with '${end}', got ${show(url)}`);
    }
  }
}

function notAbsolute(url: string, path: Path, ctx: Context): void {
  ctx.report.invalid(path.child('path'), 'ingress/path-absolute', url === '' ? 'a path that starts with / is required' : `must start with /, got ${show(url)}`,
    { hint: `write /${url.length > 80 ? '…' : url}` });
}

function validateTls({ hosts, secretName }: Decoded<k8s.IngressTLS>, path: Path, ctx: Context): void {
  hosts?.forEach((host, i) => validateHost(host, path.child('hosts').index(i), 'ingress/tls-host', ctx));
  const problem = secretName === undefined ? undefined : dns1123Subdomain(secretName);
  if (problem !== undefined) {
    ctx.report.invalid(path.child('secretName'), 'ingress/tls-secret', `the name of a Secret, ${show(secretName)}, ${problem}`);
  }
}
