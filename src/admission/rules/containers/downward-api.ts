import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { lowerCase } from '../../formats/letter-case';
import { qualifiedName } from '../../formats/names';
import { canonical, parseQuantity, sign } from '../../formats/quantity';
import { Path } from '../../path';
import { show } from '../../report';

/** Fields that the server recognizes as pod fields, whether or not they are allowed here. Keyed labels and annotations are handled separately. */
const KNOWN_FIELDS: ReadonlySet<string> = new Set([
  'metadata.annotations', 'metadata.labels', 'metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.host', 'spec.nodeName',
  'spec.restartPolicy', 'spec.schedulerName', 'spec.serviceAccountName', 'status.hostIP', 'status.hostIPs', 'status.phase',
  'status.podIP', 'status.podIPs',
]);

const RESOURCES = [
  'limits.cpu', 'limits.ephemeral-storage', 'limits.memory', 'requests.cpu', 'requests.ephemeral-storage', 'requests.memory',
];
const KNOWN_RESOURCES: ReadonlySet<string> = new Set(RESOURCES);
const HUGE_PAGES = /^(?:requests|limits)\.hugepages-/;

const CPU_DIVISORS: ReadonlySet<string> = new Set(['1m', '1']);
const BYTE_DIVISORS: ReadonlySet<string> = new Set(['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei']);

/**
 * `fieldRef` of an environment variable or of a file: one of the `allowed` pod fields, or one label or annotation by key. The server
 * reports an invalid key at the reference instead of its `fieldPath`, and an invalid `apiVersion` at the `fieldPath`.
 */
export function validateObjectFieldSelector(
  ref: Decoded<k8s.ObjectFieldSelector>, allowed: ReadonlySet<string>, path: Path, ctx: Context,
): void {
  const field = ref.fieldPath ?? '';
  if (allowed.has(field) && ref.apiVersion === 'v1') {
    return;
  }
  const at = path.child('fieldPath');
  if (field === '') {
    ctx.report.required(at, 'downward-api/field-path', 'fieldPath is required');
    return;
  }
  if (ref.apiVersion !== undefined && ref.apiVersion !== 'v1') {
    ctx.report.invalid(path.child('apiVersion'), 'downward-api/api-version', `unsupported apiVersion ${show(ref.apiVersion)}: must be 'v1'`,
      { field: at, hint: 'remove apiVersion' });
    return;
  }
  const bracket = field.endsWith('\']') ? field.slice(0, -2).indexOf('[\'') : -1;
  if (bracket > 0) {
    validateKey(field.slice(0, bracket), field.slice(bracket + 2, -2), path, ctx);
    return;
  }
  if (!KNOWN_FIELDS.has(field)) {
    ctx.report.invalid(at, 'downward-api/unknown-field', `${show(field)} is not a pod field that can be referenced`, { hint: oneOf(allowed) });
    return;
  }
  const meant = field === 'spec.host' ? 'spec.nodeName' : field; // its name in old clients
  if (!allowed.has(meant)) {
    ctx.report.notSupported(at, 'downward-api/field', field, [...allowed], keyHint(field));
  }
}

/** `metadata.labels['app']`: only labels and annotations take a key, which must be a valid label or annotation key. */
function validateKey(map: string, key: string, path: Path, ctx: Context): void {
  const at = path.child('fieldPath');
  if (map !== 'metadata.labels' && map !== 'metadata.annotations') {
    ctx.report.invalid(at, 'downward-api/key', `${show(map)} does not support keys: only metadata.labels and metadata.annotations do`);
    return;
  }
  const problem = qualifiedName(map === 'metadata.labels' ? key : lowerCase(key));
  if (problem !== undefined) {
    ctx.report.invalid(at, 'downward-api/key-name', `key ${show(key)} of ${map} ${problem}`, { field: path });
  }
}

/**
 * `resourceFieldRef` of an environment variable or of a file (`volume`): a limit or request of a container, with a divisor allowed for that
 * resource. A file must name the container.
 */
export function validateResourceFieldSelector(ref: Decoded<k8s.ResourceFieldSelector>, volume: boolean, path: Path, ctx: Context): void {
  const resource = ref.resource ?? '';
  if (volume && ref.containerName === undefined) {
    ctx.report.required(path.child('containerName'), 'downward-api/container-name', 'containerName is required in a volume: it names the container whose resource the file holds');
  } else if (resource === '') {
    ctx.report.required(path.child('resource'), 'downward-api/resource', 'resource is required, such as limits.cpu');
  } else if (!KNOWN_RESOURCES.has(resource) && !HUGE_PAGES.test(resource)) {
    ctx.report.notSupported(path.child('resource'), 'downward-api/unknown-resource', resource, [...RESOURCES, 'limits.hugepages-<size>', 'requests.hugepages-<size>']);
  }
  if (ref.divisor !== undefined) {
    validateDivisor(resource, ref.divisor, path, ctx);
  }
}

function validateDivisor(resource: string, divisor: string | number, path: Path, ctx: Context): void {
  const divisors = resource.endsWith('.cpu') && KNOWN_RESOURCES.has(resource) ? CPU_DIVISORS
    : KNOWN_RESOURCES.has(resource) || HUGE_PAGES.test(resource) ? BYTE_DIVISORS : undefined;
  if (divisors === undefined || divisors.has(String(divisor))) {
    return;
  }
  const quantity = parseQuantity(divisor);
  if (quantity === undefined || sign(quantity) === 0 || divisors.has(canonical(quantity))) {
    return; // 0 means unset
  }
  ctx.report.invalid(path.child('divisor'), 'downward-api/divisor', `unsupported divisor ${show(divisor)} for ${resource}`, { hint: oneOf(divisors) });
}

function oneOf(values: ReadonlySet<string>): string {
  return `use one of ${[...values].join(', ')}`;
}

function keyHint(field: string): { hint?: string } {
  return field === 'metadata.labels' || field === 'metadata.annotations' ? { hint: `select one key: ${field}['key']` } : {};
}
