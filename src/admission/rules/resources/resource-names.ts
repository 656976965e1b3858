import { Context } from '../../context';
import { qualifiedName } from '../../formats/names';
import { nearest } from '../../formats/nearest';
import { Path } from '../../path';
import { show } from '../../report';

/** Validates a resource name and reports at `at`. */
export type ResourceNameRule = (name: string, at: Path, ctx: Context) => void;

const HUGE_PAGES = 'hugepages-';

/** Resources counted in whole numbers, in addition to devices: mostly quota resources. */
const COUNTED: ReadonlySet<string> = new Set([
  'pods', 'resourcequotas', 'services', 'replicationcontrollers', 'secrets', 'configmaps', 'persistentvolumeclaims', 'services.nodeports',
  'services.loadbalancers',
]);

/** The other resource names without a domain that the server knows, some of them for quotas only. */
const MEASURED: ReadonlySet<string> = new Set([
  'cpu', 'memory', 'ephemeral-storage', 'storage', 'requests.cpu', 'requests.memory', 'requests.ephemeral-storage', 'requests.storage',
  'limits.cpu', 'limits.memory', 'limits.ephemeral-storage',
]);

/** Huge pages of one size: hugepages-2Mi. */
export function isHugePages(name: string): boolean {
  return name.startsWith(HUGE_PAGES);
}

/** The size in the name of huge pages: 2Mi. */
export function pageSize(name: string): string {
  return name.slice(HUGE_PAGES.length);
}

/** Whether amounts must be whole numbers. */
export function isCounted(name: string): boolean {
  return COUNTED.has(name) || isExtended(name);
}

/** Whether a node can be overcommitted for this resource, so that requests may be lower than limits. */
export function isOvercommitAllowed(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

/** A resource of a container: cpu, memory, ephemeral-storage, huge pages, or a name with a domain. */
export function validateContainerResourceName(name: string, at: Path, ctx: Context): void {
  if (name === 'cpu' || name === 'memory' || name === 'ephemeral-storage' || !isResourceName(name, at, ctx)) {
    return;
  }
  if (name.includes('/') ? !isNative(name) && !isExtended(name) : !isHugePages(name)) {
    ctx.report.invalid(at, 'resources/unknown', `${show(name)} is not a resource of containers`,
      { hint: meantResource(name) ?? 'use cpu, memory, ephemeral-storage, hugepages-<size>, or an extended resource such as example.com/name' });
  }
}

/** A pod-level resource: cpu, memory, huge pages. */
export function validatePodResourceName(name: string, at: Path, ctx: Context): void {
  if (name !== 'cpu' && name !== 'memory' && isResourceName(name, at, ctx) && !isHugePages(name)) {
    ctx.report.notSupported(at, 'resources/not-of-pods', name, ['cpu', 'memory', 'hugepages-<size>']);
  }
}

/** What people write for the resources of a container. */
const MEANT: { readonly [name: string]: string } = { mem: 'memory', ram: 'memory', cpus: 'cpu', cores: 'cpu', storage: 'ephemeral-storage', disk: 'ephemeral-storage', gpu: 'nvidia.com/gpu' };

function meantResource(name: string): string | undefined {
  if (name.length > 40) {
    return undefined;
  }
  const lower = name.toLowerCase();
  const meant = Object.hasOwn(MEANT, lower) ? MEANT[lower] : nearest(name, ['cpu', 'memory', 'ephemeral-storage'])?.name;
  return meant === undefined || meant === name ? undefined : `did you mean '${meant}'?`;
}

/** Whether it is a resource that the server knows, or a name with a domain; if not, that is reported. */
export function isResourceName(name: string, at: Path, ctx: Context): boolean {
  const problem = qualifiedName(name);
  if (problem !== undefined) {
    ctx.report.invalid(at, 'resources/name', `resource name ${show(name)} ${problem}`);
    return false;
  }
  if (name.includes('/') || MEASURED.has(name) || COUNTED.has(name) || isHugePages(name) || name.startsWith('requests.hugepages-')) {
    return true;
  }
  ctx.report.invalid(at, 'resources/unknown', `${show(name)} is not a standard resource of Kubernetes`, { hint: meantResource(name) ?? 'use a standard resource such as cpu, or an extended resource with a domain, such as example.com/name' });
  return false;
}

/** In Kubernetes' own namespace, which names without a domain are in too. */
function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** An extended resource, such as a device: outside Kubernetes' namespace, and still a valid name with the quota prefix 'requests.'. */
function isExtended(name: string): boolean {
  return !isNative(name) && !name.startsWith('requests.') && qualifiedName(`requests.${name}`) === undefined;
}
