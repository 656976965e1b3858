import { Emitter, inOrder } from './emit';
import { Escape, isText, Key, Struct } from './fit';
import { environment } from './helpers';
import { Code, Entry, flat, list } from './layout';
import { Names } from './names';
import { claimCode, isClaimTemplate, isMount, mountCode, volumeCode } from './volumes';

/** A container of a pod, in the order in which constructs are made. */
export interface ContainerPlan {
  readonly construct: 'Container' | 'InitContainer' | 'Sidecar';
  /** The container without what the construct's props do not take. */
  readonly value: Struct;
  readonly escapes: readonly Escape[];
  /** Where it stands in the manifest: maps and lists, each with the key or index of the entry. Their comments are about it. */
  readonly places: readonly (readonly [parent: object, key: Key])[];
}

/** What the importer makes a pod of. */
export interface PodPlan {
  readonly containers: readonly ContainerPlan[];
  readonly volumes?: readonly Struct[];
  /** Of a StatefulSet. */
  readonly claims?: readonly Struct[];
}

/** A variable for a volume. */
interface Declared {
  readonly variable: string;
  readonly code: Code;
  readonly comments: readonly string[];
}

/** The parts of a pod in code. */
export interface PodCode {
  /** Variables of volumes that the props name. */
  readonly before: Declared[];
  /** Variables of the other volumes. */
  readonly after: Declared[];
  /** The field `volumes` of the pod's props. */
  readonly volumes?: Code;
  /** The field `volumeClaimTemplates` of the workload's props. */
  readonly claims?: Code;
  readonly containers: readonly { plan: ContainerPlan; name: string; props: readonly Entry[] }[];
}

/** Longest code of a volume that stands where it is mounted. */
const INLINE = 70;
const MOUNTS = ['volumeMounts', 'volumeDevices'] as const;

/** Writes the volumes and containers of a pod. Volumes that are mounted in their order need no list of their own. */
export function podCode(pod: PodPlan, owner: string, emit: Emitter, names: Names): PodCode {
  const volumes = pod.volumes ?? [];
  const claims = pod.claims ?? [];
  const byName = new Map(volumes.map((volume) => [volume.name as string, volume]));
  const mounted = firstMounts(pod.containers, (name) => byName.has(name));
  const listed = volumes.slice(0, prefix(volumes.map((v) => v.name as string), mounted));
  const clean = claims.every((claim) => isClaimTemplate(claim) && !byName.has((claim.metadata as Struct).name as string));
  const claimNames = clean ? claims.map((claim) => (claim.metadata as Struct).name as string) : [];
  const literals = clean ? claims.slice(0, prefix(claimNames, firstMounts(pod.containers, (name) => claimNames.includes(name)))) : claims;

  const uses = mountCounts(pod.containers);
  const before: Declared[] = [];
  const after: Declared[] = [];
  const codes = new Map<string, Code>();
  const add = (name: string, code: Code, where: Declared[], comments: readonly string[]) => {
    const once = uses.get(name) === 1 && where === after && (flat(code)?.length ?? INLINE + 1) <= INLINE;
    const unused = uses.get(name) === undefined;
    if (once || unused) {
      codes.set(name, code);
    } else {
      const variable = names.variable(name, `${owner}-${name}`, `${owner}-${name}-volume`);
      where.push({ variable, code, comments });
      codes.set(name, variable);
    }
  };
  volumes.forEach((volume, i) => add(volume.name as string, volumeCode(volume, emit), i < listed.length ? before : after, emit.above(volumes, i)));
  claims.forEach((claim, i) => i < literals.length || add(claimNames[i], claimCode(claim, emit), after, emit.above(claims, i)));

  return {
    before,
    after,
    ...(pod.volumes !== undefined && (listed.length > 0 || volumes.length === 0)
      ? { volumes: list(listed.map((volume) => codes.get(volume.name as string)!)) } : {}),
    ...(pod.claims !== undefined && (literals.length > 0 || claims.length === 0)
      ? { claims: list(literals.map((claim) => emit.plain(claim, 'PersistentVolumeClaim'))) } : {}),
    containers: pod.containers.map((plan) => ({
      plan,
      name: plan.value.name as string,
      props: containerProps(plan.value, codes, emit),
    })),
  };
}

function containerProps(container: Struct, volumes: ReadonlyMap<string, Code>, emit: Emitter): Entry[] {
  return inOrder(Object.entries(container)).filter(([key]) => key !== 'name').map(([key, value]) => {
    const above = emit.above(container, key);
    if (key === 'env') {
      return [key, environment(value as Struct[], emit), above];
    }
    if (key === 'volumeMounts' || key === 'volumeDevices') {
      return [key, emit.list(value as Struct[], (mount) => {
        const volume = isMount(mount, key) ? volumes.get(mount.name as string) : undefined;
        return volume === undefined ? emit.literal(mount) : mountCode(volume, mount, emit);
      }), above];
    }
    return [key, emit.field(value, 'Container', key), above];
  });
}

/** The volumes that are mounted with `mount()` or `device()`, in the order in which that brings them into the pod. */
function firstMounts(containers: readonly ContainerPlan[], known: (name: string) => boolean): string[] {
  return [...mountCounts(containers).keys()].filter(known);
}

function mountCounts(containers: readonly ContainerPlan[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { value } of containers) {
    for (const key of MOUNTS) {
      for (const mount of (value[key] ?? []) as Struct[]) {
        if (isMount(mount, key)) {
          counts.set(mount.name as string, (counts.get(mount.name as string) ?? 0) + 1);
        }
      }
    }
  }
  return counts;
}

/** How many of the names have to be listed so that those that follow, as they are mounted, give the order of the names. */
function prefix(names: readonly string[], mounted: readonly string[]): number {
  for (let count = 0; count < names.length; count++) {
    const listed = names.slice(0, count);
    const following = mounted.filter((name) => !listed.includes(name));
    if (following.length === names.length - count && following.every((name, i) => name === names[count + i])) {
      return count;
    }
  }
  return names.length;
}

/** Whether the pod can be made of constructs at all; if not, why. */
export function podProblem(pod: PodPlan): string | undefined {
  const names = pod.containers.map(({ value }) => value.name as string);
  if (!pod.containers.some(({ construct }) => construct === 'Container')) {
    return 'a pod needs at least one container, init containers aside';
  }
  if (names.some((name) => !isText(name))) {
    return 'a container has no name';
  }
  const ids = names.map((name) => name.replace(/\//g, '--'));
  if (new Set(ids).size < ids.length) {
    return 'two containers have the same name';
  }
  const taken = ids.find((id) => id in {});
  if (taken !== undefined) {
    return `'${taken}' cannot be the id of a construct`;
  }
  const volumes = (pod.volumes ?? []).map((volume) => volume.name as string);
  if (new Set(volumes).size < volumes.length || volumes.includes('')) {
    return 'two volumes have the same name, or a volume has no name';
  }
  return undefined;
}
