import { Context } from '../../context';
import { qualifiedName } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

/** Says at `at` what is wrong with the name of a resource. */
export type ResourceNameRule = (name: string, at: Path, ctx: Context) => void;

const HUGE_PAGES = 'hugepages-';

/** What is counted in whole numbers, beside devices: mostly resources of quotas. */
const COUNTED: ReadonlySet<string> = new Set([
  'pods', 'resourcequotas', 'services', 'replicationcontrollers', 'secrets', 'configmaps', 'persistentvolumeclaims', 'services.nodeports',
  'services.loadbalancers',
]);

/** The other names without a domain that the server knows, if only for quotas. */
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

/** Whether a resource comes in whole numbers only. */
export function isCounted(name: string): boolean {
  return COUNTED.has(name) || isExtended(name);
}

/** Whether containers together may ask for more than the node has. */
export function isOvercommitAllowed(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

/** A resource of a container: cpu, memory, ephemeral-storage, huge pages, or what has a domain before its name. */
export function validateContainerResourceName(name: string, at: Path, ctx: Context): void {
  if (name === 'cpu' || name === 'memory' || name === 'ephemeral-storage' || !isResourceName(name, at, ctx)) {
    return;
  }
  if (name.includes('/') ? !isNative(name) && !isExtended(name) : !isHugePages(name)) {
    ctx.report.invalid(at, 'resources/unknown', `${show(name)} is no resource of containers`,
      { hint: 'use cpu, memory, ephemeral-storage, hugepages-<size>, or the full name of a device: example.com/name' });
  }
}

/** A resource of a whole pod: cpu, memory, huge pages. */
export function validatePodResourceName(name: string, at: Path, ctx: Context): void {
  if (name !== 'cpu' && name !== 'memory' && isResourceName(name, at, ctx) && !isHugePages(name)) {
    ctx.report.notSupported(at, 'resources/not-of-pods', name, ['cpu', 'memory', 'hugepages-<size>']);
  }
}

/** Any resource that the server knows, or has a domain. */
function isResourceName(name: string, at: Path, ctx: Context): boolean {
  const problem = qualifiedName(name);
  if (problem !== undefined) {
    ctx.report.invalid(at, 'resources/name', `${show(name)} cannot be the name of a resource: it ${problem}`);
    return false;
  }
  if (name.includes('/') || MEASURED.has(name) || COUNTED.has(name) || isHugePages(name) || name.startsWith('requests.hugepages-')) {
    return true;
  }
  ctx.report.invalid(at, 'resources/unknown', `${show(name)} is no resource that Kubernetes knows`, { hint: 'a device has a domain before its name: example.com/name' });
  return false;
}

/** In the namespace of Kubernetes, which is also that of names without a domain. */
function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** A device or the like: in another namespace, and still a name when a quota puts 'requests.' before it. */
function isExtended(name: string): boolean {
  return !isNative(name) && !name.startsWith('requests.') && qualifiedName(`requests.${name}`) === undefined;
}
