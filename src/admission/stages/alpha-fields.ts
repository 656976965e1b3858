import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import type { NormalObject } from '../decode/normal';
import type { Gate } from '../version';

type Spec = Decoded<k8s.PodSpec>;
type Volume = Decoded<k8s.Volume>;

/** The keys and indices that lead to a value. */
export type Way = readonly (string | number)[];

/** A field whose feature gate is off in every minor that has the field. */
export interface AlphaField {
  readonly gate: Gate;
  readonly code: string;
  /** The field, as a message names it. */
  readonly what: string;
  readonly way: Way;
}

/** Files with an owner: of the sources of a volume, or of an entry of a projected volume, only the first of this list is dropped. */
const OF_VOLUMES = ['secret', 'configMap', 'downwardAPI', 'projected'] as const;
const OF_ENTRIES = ['secret', 'downwardAPI', 'configMap', 'serviceAccountToken', 'clusterTrustBundle', 'podCertificate'] as const;
const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;
const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;
const HOOKS = ['postStart', 'preStop'] as const;

/** Such fields of a pod's spec. Nearly always none: then nothing is allocated. */
export function alphaFields(spec: Spec): readonly AlphaField[] {
  const finder = new Finder();
  finder.need(spec.evictionResponders, 'EvictionRequestAPI', 'dropped/eviction-responders', 'evictionResponders', () => ['evictionResponders']);
  for (const list of LISTS) {
    const containers = spec[list] as readonly Decoded<k8s.Container>[] | undefined;
    for (let i = 0; containers !== undefined && i < containers.length; i++) {
      inContainer(containers[i], finder, list, i);
    }
  }
  const { volumes } = spec;
  for (let i = 0; volumes !== undefined && i < volumes.length; i++) {
    inVolume(volumes[i], finder, i);
  }
  return finder.found;
}

/** Such fields of an object outside of its pods. */
export function alphaFieldsOfObject(object: NormalObject, kind: string): readonly AlphaField[] {
  const way = kind === 'Job' ? ['spec', 'scheduling'] : kind === 'CronJob' ? ['spec', 'jobTemplate', 'spec', 'scheduling'] : undefined;
  const finder = new Finder();
  if (way !== undefined) {
    const value = way.reduce<unknown>((inner, key) => (inner as NormalObject | undefined)?.[key], object);
    finder.need(value, 'WorkloadWithJob', 'dropped/job-scheduling', 'the scheduling of the Job', () => way);
  }
  return finder.found;
}

/** A copy of a value, as far as it is on the way to a field, without the field. */
export function without<T extends object>(value: T, way: Way, step = 0): T {
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as { [key: string | number]: unknown };
  const key = way[step];
  if (step === way.length - 1) {
    delete copy[key];
  } else {
    copy[key] = without(copy[key] as object, way, step + 1);
  }
  return copy as T;
}

const NONE: readonly AlphaField[] = [];

class Finder {
  #found: AlphaField[] | undefined;

  public get found(): readonly AlphaField[] {
    return this.#found ?? NONE;
  }

  public need(value: unknown, gate: Gate, code: string, what: string, way: () => Way): void {
    if (value !== undefined) {
      (this.#found ??= []).push({ gate, code, what, way: way() });
    }
  }
}

function inContainer(container: Decoded<k8s.Container>, finder: Finder, list: string, index: number): void {
  const { volumeMounts: mounts, lifecycle } = container;
  for (let i = 0; mounts !== undefined && i < mounts.length; i++) {
    finder.need(mounts[i].bindMountOptions, 'VolumeBindMountOptions', 'dropped/bind-mount-options', 'bindMountOptions',
      () => [list, index, 'volumeMounts', i, 'bindMountOptions']);
  }
  for (const probe of PROBES) {
    const { httpGet, grpc } = container[probe] ?? {};
    finder.need(httpGet?.protocol, 'H2CContainerProbe', 'dropped/http-protocol', 'the protocol of a probe', () => [list, index, probe, 'httpGet', 'protocol']);
    finder.need(grpc?.mode, 'GRPCContainerProbeTLS', 'dropped/grpc-mode', 'the mode of a gRPC probe', () => [list, index, probe, 'grpc', 'mode']);
  }
  for (const hook of HOOKS) {
    finder.need(lifecycle?.[hook]?.httpGet?.protocol, 'H2CContainerProbe', 'dropped/http-protocol', 'the protocol of a hook',
      () => [list, index, 'lifecycle', hook, 'httpGet', 'protocol']);
  }
}

function inVolume(volume: Volume, finder: Finder, index: number): void {
  finder.need(volume.emptyDir?.mode, 'EmptyDirVolumeMode', 'dropped/empty-dir-mode', 'the mode of an emptyDir', () => ['volumes', index, 'emptyDir', 'mode']);
  const name = OF_VOLUMES.find((each) => volume[each] !== undefined);
  if (name === undefined) {
    return;
  }
  ownersOf(volume[name]!, finder, ['volumes', index, name]);
  const sources = name === 'projected' ? volume.projected!.sources : undefined;
  for (let i = 0; sources !== undefined && i < sources.length; i++) {
    const source = OF_ENTRIES.find((each) => sources[i][each] !== undefined);
    if (source !== undefined) {
      ownersOf(sources[i][source]!, finder, ['volumes', index, name, 'sources', i, source]);
    }
  }
}

interface Files {
  readonly defaultUser?: number;
  readonly user?: number;
  readonly items?: readonly { readonly user?: number }[];
}

/** The owners of the files of one source. */
function ownersOf(source: object, finder: Finder, way: Way): void {
  const { defaultUser, user, items }: Files = source;
  const need = (value: unknown, ...rest: Way): void =>
    finder.need(value, 'AtomicWriteVolumeUserFields', 'dropped/file-owner', 'the owner of a file', () => [...way, ...rest]);
  need(defaultUser, 'defaultUser');
  need(user, 'user');
  items?.forEach((item, i) => need(item.user, 'items', i, 'user'));
}
