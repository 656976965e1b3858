// Manifests to ask both sides about: a rich valid object of some kind, changed in up to three ways.
import { change } from './change';
import { combinationsOf } from './combinations';
import { copy } from './json';
import { CONTAINERS } from './make/containers';
import { Make, Maker, Struct } from './make/maker';
import { METADATA } from './make/metadata';
import { OTHER_KINDS, OTHERS } from './make/others';
import { POD } from './make/pod';
import { SCHEDULING } from './make/scheduling';
import { SERVICE } from './make/service';
import { VOLUMES } from './make/volumes';
import { WORKLOADS } from './make/workloads';
import { makePair, Pair, Subresource } from './pairs';
import { Random } from './random';
import { kindFacts, typeOfKind } from '../../src/k8s/kinds';
import type { PodKind } from '../../src/k8s/kinds';

const OWN: { readonly [type: string]: Make } & { readonly [kind in PodKind]: Make } = { ...METADATA, ...VOLUMES, ...CONTAINERS, ...SCHEDULING, ...POD, ...WORKLOADS, ...SERVICE };

/** How many of each twenty manifests are of a kind. */
const SHARES: { readonly [kind in PodKind]: number } = {
  Pod: 6, Deployment: 2, StatefulSet: 2, DaemonSet: 1, ReplicaSet: 1, ReplicationController: 1, Job: 2, CronJob: 1, PodTemplate: 1, Service: 3,
};
export const KINDS: readonly string[] = [...Object.keys(SHARES), ...OTHER_KINDS];
const PODS = Object.entries(SHARES).flatMap(([kind, share]) => Array.from({ length: share }, () => kind));
/** How many manifests are of kinds about pods; the others are alike. */
const ABOUT_PODS = 0.5;

/** How many changes: mostly one, so that the answer is about it. */
const CHANGES = [0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3];
const COMBINED = 0.3;

const anyKind = (random: Random): string => random.pick<string>(random.chance(ABOUT_PODS) ? PODS : OTHER_KINDS);

/** A valid manifest; a few are not, by the company their parts keep. */
export function base(random: Random, kind = anyKind(random)): Struct {
  return makeObject(new Maker(random, OWN), kind);
}

function makeObject(m: Maker, kind: string): Struct {
  return Object.hasOwn(OTHERS, kind) ? OTHERS[kind](m) : m.make(kind);
}

/** The type of an object: in another version of its group, its kind has another one. */
export const typeOf = (manifest: Struct, kind: string): string => typeOfKind(kind, String(manifest.apiVersion)) ?? kindFacts(kind)?.type ?? kind;

/** The manifest of a seed and index, the same on every machine. */
export function generate(seed: number, index: number, kind?: string): Struct {
  const random = new Random(seed, index);
  const m = new Maker(random, OWN);
  const chosen = kind ?? anyKind(random);
  // A copy, for tables of parts must not change with the manifests made of them.
  const manifest = copy(makeObject(m, chosen));
  const type = typeOf(manifest, chosen);
  const donor = () => {
    const other = random.pick(KINDS);
    const donated = base(random, other);
    return { manifest: donated, kind: typeOf(donated, other) };
  };
  for (let left = random.pick(CHANGES); left > 0; left--) {
    if (random.chance(COMBINED)) {
      random.pick(random.pick(combinationsOf(chosen)))(m, manifest);
    } else {
      change(m, manifest, type, donor);
    }
  }
  return manifest;
}

/** The pair of manifests of a seed and index. Parts of it are a Pod's alone. */
export function generateUpdate(seed: number, index: number, kind?: string, part?: Subresource): Pair {
  const random = new Random(seed, index);
  return makePair(new Maker(random, OWN), part === undefined ? kind ?? anyKind(random) : 'Pod', base, typeOf, part);
}
