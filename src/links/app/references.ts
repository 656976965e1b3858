// Every place where an object names another one.
import { referencesOfPods } from './pod-references';
import type { AppPods } from './pods';
import { Add, named, ofClaim, PULL_TYPES, Reference, Relation } from './reference';
import { Path } from '../../admission/path';
import { groupOf } from '../../objects/identity';
import { at, Json, JsonMap, mapAt, mapsAt, textAt } from '../../objects/plain';
import type { AppObject } from '../model';

const ROOT = Path.root;
const SPEC = ROOT.child('spec');
export const RBAC = 'rbac.authorization.k8s.io';

/** What an object names, in the order of its manifest. */
export function referencesOf(from: AppObject, pods: AppPods | undefined): Reference[] {
  const found: Reference[] = [];
  const add: Add = (reference) => found.push({ from, ...reference });
  if (from.kind !== undefined && Object.hasOwn(OF_KINDS, from.kind)) {
    OF_KINDS[from.kind](from.object, from.id.namespace ?? '', add);
  }
  if (pods !== undefined) {
    referencesOfPods(pods, add);
  }
  return found;
}

/** The other places, by kind. */
const OF_KINDS: { readonly [kind: string]: (object: JsonMap, namespace: string, add: Add) => void } = {
  StatefulSet: (object, namespace, add) => {
    named(add, { group: '', kind: 'Service', namespace }, object, ['spec', 'serviceName'], 'uses');
    mapsAt(object, 'spec', 'volumeClaimTemplates').forEach((claim, i) => ofClaim(claim, namespace, SPEC.child('volumeClaimTemplates').index(i), add));
  },
  PersistentVolumeClaim: (object, namespace, add) => ofClaim(object, namespace, ROOT, add),
  PersistentVolume: (object, _, add) => named(add, { group: 'storage.k8s.io', kind: 'StorageClass' }, object, ['spec', 'storageClassName'], 'uses', { optional: true }),
  ServiceAccount: (object, namespace, add) => mapsAt(object, 'imagePullSecrets').forEach((ref, i) =>
    named(add, { group: '', kind: 'Secret', namespace }, ref, ['name'], 'pulls with', { base: ROOT.child('imagePullSecrets').index(i), types: PULL_TYPES })),
  HorizontalPodAutoscaler: (object, namespace, add) => {
    const target = mapAt(object, 'spec', 'scaleTargetRef');
    named(add, { group: groupOf(target), kind: textAt(target, 'kind') ?? '', namespace }, target, ['name'], 'scales', { base: SPEC.child('scaleTargetRef') });
  },
  Ingress: ofIngress,
  RoleBinding: (object, namespace, add) => ofBinding(object, namespace, add),
  ClusterRoleBinding: (object, _, add) => ofBinding(object, undefined, add),
  ResourceClaim: (object, _, add) => ofDevices(at(object, 'spec'), SPEC, add),
  ResourceClaimTemplate: (object, _, add) => ofDevices(at(object, 'spec', 'spec'), SPEC.child('spec'), add),
  ValidatingWebhookConfiguration: ofWebhooks,
  MutatingWebhookConfiguration: ofWebhooks,
  APIService: (object, _, add) => ofService(at(object, 'spec', 'service'), SPEC.child('service'), 'calls', add),
};

function ofIngress(object: JsonMap, namespace: string, add: Add): void {
  named(add, { group: 'networking.k8s.io', kind: 'IngressClass' }, object, ['spec', 'ingressClassName'], 'uses');
  mapsAt(object, 'spec', 'tls').forEach((tls, i) => named(add, { group: '', kind: 'Secret', namespace }, tls, ['secretName'], 'serves with', {
    base: SPEC.child('tls').index(i), types: ['kubernetes.io/tls'], keys: ['tls.crt', 'tls.key'].map((key) => ({ key, at: SPEC.child('tls').index(i).child('secretName') })),
  }));
  for (const { backend, base } of backendsOf(object)) {
    named(add, { group: '', kind: 'Service', namespace }, backend, ['service', 'name'], 'routes to', { base });
  }
}

/** The backends of an Ingress, with their places. */
export function backendsOf(ingress: JsonMap): { backend: Json | undefined; base: Path }[] {
  return [
    { backend: at(ingress, 'spec', 'defaultBackend'), base: SPEC.child('defaultBackend') },
    ...mapsAt(ingress, 'spec', 'rules').flatMap((rule, i) => mapsAt(rule, 'http', 'paths').map((path, j) =>
      ({ backend: path.backend, base: SPEC.child('rules').index(i).child('http').child('paths').index(j).child('backend') }))),
  ];
}

function ofBinding(object: JsonMap, namespace: string | undefined, add: Add): void {
  const kind = textAt(object, 'roleRef', 'kind') ?? '';
  named(add, { group: RBAC, kind, ...kind === 'Role' ? { namespace } : {} }, object, ['roleRef', 'name'], 'grants');
  mapsAt(object, 'subjects').forEach((subject, i) => {
    if (subject.kind === 'ServiceAccount') {
      named(add, { group: '', kind: 'ServiceAccount', namespace: textAt(subject, 'namespace') ?? namespace ?? '' }, subject, ['name'], 'grants to', { base: ROOT.child('subjects').index(i) });
    }
  });
}

function ofDevices(spec: Json | undefined, base: Path, add: Add): void {
  mapsAt(spec, 'devices', 'requests').forEach((request, i) => {
    const place = base.child('devices').child('requests').index(i);
    const to = { group: 'resource.k8s.io', kind: 'DeviceClass' };
    named(add, to, request, ['exactly', 'deviceClassName'], 'uses', { base: place });
    mapsAt(request, 'firstAvailable').forEach((one, j) => named(add, to, one, ['deviceClassName'], 'uses', { base: place.child('firstAvailable').index(j) }));
  });
}

function ofWebhooks(object: JsonMap, _: string, add: Add): void {
  mapsAt(object, 'webhooks').forEach((webhook, i) =>
    ofService(at(webhook, 'clientConfig', 'service'), ROOT.child('webhooks').index(i).child('clientConfig').child('service'), 'calls', add));
}

function ofService(ref: Json | undefined, base: Path, relation: Relation, add: Add): void {
  named(add, { group: '', kind: 'Service', namespace: textAt(ref, 'namespace') ?? '' }, ref, ['name'], relation, { base });
}
