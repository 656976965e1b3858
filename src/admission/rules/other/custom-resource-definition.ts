import { checkText, requireText } from './required';
import type * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded, Mutable } from '../../decode/decoded';
import { NormalObject } from '../../decode/normal';
import { Draft } from '../../defaults/draft';
import { lowerCase } from '../../formats/letter-case';
import { dns1035Label, dns1123Subdomain, NameRule } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { SPEC } from '../workloads/workload';

type Definition = k8s.CustomResourceDefinition;

const NAMES = SPEC.child('names');
const VERSIONS = SPEC.child('versions');
const SCOPES = ['Cluster', 'Namespaced'];
const HTTPS_PORT = 443;

/** `foos.example.com`: the plural and the group. */
export function definitionName(object: NormalObject): NameRule {
  const { names, group } = (object as Decoded<Definition>).spec ?? {};
  const wanted = `${names?.plural ?? ''}.${group ?? ''}`;
  return (name) => name === wanted ? dns1123Subdomain(name) : `must be the plural and the group: ${show(wanted)}`;
}

export function setDefinitionDefaults(object: Draft<Definition>): void {
  const spec: Draft<k8s.CustomResourceDefinitionSpec> = object.spec ??= {};
  const kind = spec.names?.kind;
  if (kind !== undefined) {
    const names = spec.names as Mutable<Decoded<k8s.CustomResourceDefinitionNames>>;
    names.singular ??= lowerCase(kind);
    names.listKind ??= `${kind}List`;
  }
  spec.conversion ??= { strategy: 'None' };
  const service = spec.conversion.webhook?.clientConfig?.service;
  if (service !== undefined) {
    service.port ??= HTTPS_PORT;
  }
}

/** Group, names, scope and versions. Schemas, conversion, columns and subresources are only decoded. */
export function validateDefinition({ spec = {} }: Decoded<Definition>, ctx: Context): void {
  const { group, names = {}, scope, versions = [] } = spec;
  requireText(group, SPEC.child('group'), 'custom-resource/group', 'the group of the kind is required, such as example.com', domain, ctx);
  if (scope === undefined || (scope as string) === '') {
    ctx.report.required(SPEC.child('scope'), 'custom-resource/scope', 'scope is required: Cluster or Namespaced');
  } else if (!SCOPES.includes(scope)) {
    ctx.report.notSupported(SPEC.child('scope'), 'custom-resource/scope', scope, SCOPES);
  }
  validateNames(names, ctx);
  validateVersions(versions, ctx);
}

function domain(group: string): string | undefined {
  return dns1123Subdomain(group) ?? (group.includes('.') ? undefined : 'must be a domain with at least one dot');
}

const label: NameRule = (text) => dns1035Label(text);
const kindLabel: NameRule = (text) => dns1035Label(lowerCase(text));

function validateNames(names: Decoded<k8s.CustomResourceDefinitionNames>, ctx: Context): void {
  const rules = [['plural', label], ['singular', label], ['kind', kindLabel], ['listKind', kindLabel]] as const;
  for (const [field, rule] of rules) {
    requireText(names[field], NAMES.child(field), 'custom-resource/names', `${field} is required`, rule, ctx);
  }
  if (names.kind !== undefined && names.kind === names.listKind) {
    ctx.report.invalid(NAMES.child('listKind'), 'custom-resource/names', `must not be the kind, got ${show(names.listKind)}`, { hint: `use '${names.kind}List', or remove it` });
  }
  for (const field of ['shortNames', 'categories'] as const) {
    names[field]?.forEach((name, i) => nonEmpty(name, NAMES.child(field).index(i), ctx));
  }
}

function nonEmpty(name: string, at: Path, ctx: Context): void {
  if (name === '') {
    ctx.report.invalid(at, 'custom-resource/names', `'' ${dns1035Label('') ?? ''}`);
  } else {
    checkText(name, at, 'custom-resource/names', label, ctx);
  }
}

function validateVersions(versions: readonly Decoded<k8s.CustomResourceDefinitionVersion>[], ctx: Context): void {
  versions.forEach(({ name = '', schema }, i) => {
    const problem = dns1035Label(name);
    if (problem !== undefined) {
      ctx.report.invalid(VERSIONS.index(i).child('name'), 'custom-resource/version-name', `version ${show(name)} ${problem}`);
    }
    if (schema?.openAPIV3Schema === undefined) {
      ctx.report.required(VERSIONS.index(i).child('schema').child('openAPIV3Schema'), 'custom-resource/schema', 'each version must have a schema');
    }
  });
  if (new Set(versions.map(({ name }) => name)).size < versions.length) {
    ctx.report.invalid(VERSIONS, 'custom-resource/versions', 'the names of the versions must differ');
  }
  const stored = versions.filter(({ storage }) => storage === true).length;
  if (stored !== 1) {
    ctx.report.invalid(VERSIONS, 'custom-resource/storage', `exactly one version must have storage: true, got ${stored}`);
  }
  if (stored === 0) {
    ctx.report.invalid(VERSIONS, 'custom-resource/storage', 'no version is stored', { field: 'status.storedVersions', hint: 'set storage: true in one version' });
  }
}
