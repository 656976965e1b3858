// What the spec of a pod names.
import type { AppPods } from './pods';
import { Add, AskedKey, named, ofClaim, PULL_TYPES, Relation } from './reference';
import { Path } from '../../admission/path';
import { at, isMap, Json, JsonMap, mapAt, mapsAt, own, textAt } from '../../objects/plain';

const CONTAINERS = ['initContainers', 'containers', 'ephemeralContainers'];

/** Adds a reference to a ConfigMap or Secret of the pod's namespace. */
type AddData = (kind: 'ConfigMap' | 'Secret', ref: Json | undefined, base: Path, relation: Relation, keys?: readonly AskedKey[], field?: string) => void;

/** What pods name: who reads, mounts and needs what. */
export function referencesOfPods({ spec, at: place, namespace, claimVolumes }: AppPods, add: Add): void {
  const base = place.child('spec');
  const addData: AddData = (kind, ref, way, relation, keys = [], field = 'name') =>
    named(add, { group: '', kind, namespace }, ref, [field], relation, { base: way, keys, optional: own(ref, 'optional') === true });
  for (const { container, at: way } of containersIn(spec, base)) {
    environment(container, way, addData);
  }
  mapsAt(spec, 'volumes').forEach((volume, i) => {
    if (!claimVolumes.has(textAt(volume, 'name') ?? '')) {
      ofVolume(volume, base.child('volumes').index(i), namespace, add, addData);
    }
  });
  mapsAt(spec, 'imagePullSecrets').forEach((ref, i) =>
    named(add, { group: '', kind: 'Secret', namespace }, ref, ['name'], 'pulls with', { base: base.child('imagePullSecrets').index(i), types: PULL_TYPES }));
  const account = textAt(spec, 'serviceAccountName') === undefined ? 'serviceAccount' : 'serviceAccountName';
  named(add, { group: '', kind: 'ServiceAccount', namespace }, spec, [account], 'runs as', { base });
  named(add, { group: 'scheduling.k8s.io', kind: 'PriorityClass' }, spec, ['priorityClassName'], 'uses', { base });
  named(add, { group: 'node.k8s.io', kind: 'RuntimeClass' }, spec, ['runtimeClassName'], 'uses', { base });
  mapsAt(spec, 'resourceClaims').forEach((claim, i) => {
    const way = base.child('resourceClaims').index(i);
    named(add, { group: 'resource.k8s.io', kind: 'ResourceClaim', namespace }, claim, ['resourceClaimName'], 'uses', { base: way });
    named(add, { group: 'resource.k8s.io', kind: 'ResourceClaimTemplate', namespace }, claim, ['resourceClaimTemplateName'], 'uses', { base: way });
  });
}

/** All containers of a pod, with their places. */
export function containersIn(spec: JsonMap, base: Path): { container: JsonMap; at: Path; list: string }[] {
  return CONTAINERS.flatMap((list) => mapsAt(spec, list).map((container, i) => ({ container, at: base.child(list).index(i), list })));
}

function environment(container: JsonMap, base: Path, add: AddData): void {
  mapsAt(container, 'env').forEach((variable, i) => {
    const from = base.child('env').index(i).child('valueFrom');
    for (const [field, kind] of [['configMapKeyRef', 'ConfigMap'], ['secretKeyRef', 'Secret']] as const) {
      const ref = at(variable, 'valueFrom', field);
      const key = textAt(ref, 'key');
      add(kind, ref, from.child(field), 'reads', key === undefined ? [] : [{ key, at: from.child(field).child('key') }]);
    }
  });
  mapsAt(container, 'envFrom').forEach((source, i) => {
    const from = base.child('envFrom').index(i);
    add('ConfigMap', source.configMapRef, from.child('configMapRef'), 'reads');
    add('Secret', source.secretRef, from.child('secretRef'), 'reads');
  });
}

/** Volume sources with a Secret of a driver: the field that holds its name. */
const DRIVER_SECRETS: readonly (readonly [source: string, way: readonly string[]])[] = [
  ['csi', ['nodePublishSecretRef', 'name']],
  ['azureFile', ['secretName']],
  ...['cephfs', 'rbd', 'iscsi', 'flexVolume', 'scaleIO', 'storageos'].map((source) => [source, ['secretRef', 'name']] as const),
];

function ofVolume(volume: JsonMap, base: Path, namespace: string, add: Add, addData: AddData): void {
  addData('ConfigMap', volume.configMap, base.child('configMap'), 'mounts', itemKeys(volume.configMap, base.child('configMap')));
  addData('Secret', volume.secret, base.child('secret'), 'mounts', itemKeys(volume.secret, base.child('secret')), 'secretName');
  mapsAt(volume, 'projected', 'sources').forEach((source, i) => {
    const way = base.child('projected').child('sources').index(i);
    addData('ConfigMap', source.configMap, way.child('configMap'), 'mounts', itemKeys(source.configMap, way.child('configMap')));
    addData('Secret', source.secret, way.child('secret'), 'mounts', itemKeys(source.secret, way.child('secret')));
  });
  named(add, { group: '', kind: 'PersistentVolumeClaim', namespace }, volume, ['persistentVolumeClaim', 'claimName'], 'mounts', { base });
  for (const [source, way] of DRIVER_SECRETS) {
    named(add, { group: '', kind: 'Secret', namespace }, volume, [source, ...way], 'uses', { base });
  }
  const template = at(volume, 'ephemeral', 'volumeClaimTemplate');
  if (isMap(template)) {
    ofClaim(mapAt(template), namespace, base.child('ephemeral').child('volumeClaimTemplate'), add);
  }
}

function itemKeys(source: Json | undefined, base: Path): AskedKey[] {
  return mapsAt(source, 'items').flatMap((item, i) => {
    const key = textAt(item, 'key');
    return key === undefined ? [] : [{ key, at: base.child('items').index(i).child('key') }];
  });
}
