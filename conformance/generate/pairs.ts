// Pairs of manifests to ask both sides about: an object that a server takes, and what somebody has made of it since.
import { change } from './change';
import { editAnywhere } from './edit-anywhere';
import { Edit, editMetadata, editResources, editsOf } from './edits';
import { copy, isObject } from './json';
import { liveOf } from './lives';
import { Maker, Struct } from './make/maker';
import { ensureList, ensureStruct } from './parts';
import { Random } from './random';

export type Subresource = 'resize' | 'ephemeralcontainers';
export const SUBRESOURCES: readonly Subresource[] = ['resize', 'ephemeralcontainers'];

export interface Pair {
  readonly old: Struct;
  readonly manifest: Struct;
  readonly subresource?: Subresource;
}

/** How many changes there are between the two. */
const EDITS = [0, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4];
/** How many pairs of Pods are about a part that is updated by itself. */
const BY_PART = 0.25;
/** Metadata that a pair seldom needs: they hide what else there is to say. */
const RARE = ['deletionTimestamp', 'deletionGracePeriodSeconds', 'managedFields', 'resourceVersion', 'selfLink'];

/** Makes a valid object of a kind. */
type Base = (random: Random, kind: string) => Struct;
type TypeOf = (manifest: Struct, kind: string) => string;

export function makePair(m: Maker, kind: string, base: Base, typeOf: TypeOf, part?: Subresource): Pair {
  const { r } = m;
  const old = copy(base(r, kind));
  settleMetadata(old, r);
  if (r.chance(0.5)) {
    liveOf(kind, m, old);
  }
  const manifest = copy(old);
  delete manifest.status;
  const subresource = part ?? (kind === 'Pod' && r.chance(BY_PART) ? r.pick(SUBRESOURCES) : undefined);
  for (let left = r.pick(EDITS); left > 0; left--) {
    const edit = subresource === undefined || r.chance(0.15) ? anyEdit(kind, typeOf(old, kind), base, r) : PARTS[subresource];
    edit(m, manifest);
  }
  return { old, manifest, ...subresource !== undefined && { subresource } };
}

function settleMetadata(object: Struct, r: Random): void {
  const metadata = ensureStruct(object, 'metadata');
  if (typeof metadata.name !== 'string' && metadata.generateName !== undefined) {
    delete metadata.generateName;
    metadata.name = 'some-name';
  }
  RARE.filter(() => r.chance(0.9)).forEach((field) => delete metadata[field]);
  // With a uid it is an object that was read from a cluster, which has filled in everything.
  delete metadata.uid;
}

function anyEdit(kind: string, type: string, base: Base, r: Random): Edit {
  const own = editsOf(kind);
  const dice = r.next() / 2 ** 32;
  if (dice < 0.45 && own.length > 0) {
    return r.pick(own);
  }
  if (dice < 0.52) {
    return editMetadata;
  }
  if (dice < 0.85) {
    return (m, manifest) => editAnywhere(m, manifest, type);
  }
  return (m, manifest) => change(m, manifest, type, () => ({ manifest: base(r, kind), kind: type }));
}

const PARTS: { readonly [part in Subresource]: Edit } = {
  resize: (m, manifest) => {
    const spec = ensureStruct(manifest, 'spec');
    const dice = m.r.next() / 2 ** 32;
    if (dice < 0.8) {
      editResources(m, manifest);
    } else if (dice < 0.9) {
      spec.resources = m.r.pick<unknown>([{ limits: { cpu: '2' } }, { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '2', memory: '1Gi' } }, {}, undefined]);
    } else {
      const container = m.r.pick(ensureList(spec, 'containers'));
      if (isObject(container)) {
        container.resizePolicy = [{ resourceName: m.r.pick(['cpu', 'memory']), restartPolicy: m.r.pick(['NotRequired', 'RestartContainer']) }];
      }
    }
  },
  ephemeralcontainers: (m, manifest) => {
    const list = ensureList(ensureStruct(manifest, 'spec'), 'ephemeralContainers');
    const dice = m.r.next() / 2 ** 32;
    if (dice < 0.6 || list.length === 0) {
      list.push(m.make('EphemeralContainer'));
    } else if (dice < 0.75) {
      list.splice(m.r.below(list.length), 1);
    } else {
      const item = m.r.pick(list);
      if (isObject(item)) {
        item[m.r.pick(['image', 'name', 'targetContainerName'])] = m.r.pick(['x', 'app', 'debug']);
      }
    }
  },
};
