// What it costs to make, remove or replace an object as a whole.
import { count } from './situation';
import { knownKind } from '../../objects/identity';
import { at, isMap, Json, JsonMap, mapsAt, numberAt, textAt } from '../../objects/plain';

/** What is made when an object is created. */
export function createdText(object: Json): string {
  const known = isMap(object) ? knownKind(object) : undefined;
  const replicas = numberAt(object, 'spec', 'replicas');
  switch (known) {
    case 'Deployment': case 'StatefulSet': case 'ReplicaSet': case 'ReplicationController': return `new, with ${count(replicas ?? 1, 'pod')}`;
    case 'DaemonSet': return 'new, with a pod on every node that fits';
    case 'Job': return at(object, 'spec', 'suspend') === true ? 'new, suspended' : 'new, and it runs at once';
    case 'CronJob': return 'new; it runs by its schedule';
    case 'Service': return 'new, with an address of its own';
    case undefined: return 'new; what its controller makes of it is not known here';
    default: return 'new';
  }
}

/** What is lost when an object is deleted. */
export function deletedText(object: JsonMap): string {
  const kind = knownKind(object);
  const replicas = numberAt(object, 'spec', 'replicas');
  switch (kind) {
    case 'Pod': return 'the pod stops';
    case 'Deployment': case 'ReplicaSet': case 'ReplicationController': return `${replicas === 0 ? 'it has no pods' : `its ${count(replicas ?? 1, 'pod')} stop${(replicas ?? 1) === 1 ? 's' : ''}`}`;
    case 'StatefulSet': return `its ${count(replicas ?? 1, 'pod')} stop${(replicas ?? 1) === 1 ? 's' : ''}; ${claimsText(object)}`;
    case 'DaemonSet': return 'its pods stop on all nodes';
    case 'Job': return 'it stops, and its pods with it';
    case 'CronJob': return 'no more runs; its Jobs are deleted too';
    case 'Service': return 'its address and name are gone: whoever uses them fails';
    case 'PersistentVolumeClaim': return 'the claim goes, and its data too where the volume\'s reclaim policy is Delete';
    case 'PersistentVolume': return 'the volume is gone from the cluster';
    case 'Namespace': return 'everything in the namespace is deleted with it';
    case 'CustomResourceDefinition': return 'all objects of this kind are deleted with it';
    case 'ConfigMap': case 'Secret': return 'running pods keep what they have read; pods that need it cannot start';
    case 'ServiceAccount': return 'its tokens end, and pods that use it cannot be made';
    case 'Ingress': return 'its routes are gone';
    case 'HorizontalPodAutoscaler': return 'the number of pods stays as it is now';
    case 'PodDisruptionBudget': return 'nothing limits evictions of its pods any more';
    case 'NetworkPolicy': return 'its pods are no longer restricted by it';
    case undefined: return 'deleted; what its controller makes of that is not known here';
    default: return 'deleted';
  }
}

function claimsText(object: JsonMap): string {
  if (mapsAt(object, 'spec', 'volumeClaimTemplates').length === 0) {
    return 'it has no claims of its own';
  }
  return textAt(object, 'spec', 'persistentVolumeClaimRetentionPolicy', 'whenDeleted') === 'Delete' ? 'their claims are deleted with them' : 'their claims and data stay';
}

/** What it means to delete an object and create it again. */
export function replacedText(object: JsonMap): string {
  const kind = knownKind(object);
  const name = textAt(object, 'metadata', 'name') ?? 'NAME';
  const again = 'the server does not allow this change: delete the object and create it again';
  switch (kind) {
    case 'Pod': return `${again}; the pod stops, and a new one starts`;
    case 'StatefulSet': return `${again}; with kubectl delete statefulset ${name} --cascade=orphan, its pods go on meanwhile; ${claimsText(object)}`;
    case 'Deployment': case 'ReplicaSet': case 'DaemonSet': case 'ReplicationController':
      return `${again}; all its pods stop, unless they are orphaned (--cascade=orphan): then the new object only takes over pods that its selector selects`;
    case 'Job': return `${again}; its pods stop, and it starts from the beginning`;
    case 'Service': return `${again}; it has no address meanwhile, and gets another one unless clusterIP is written`;
    case 'PersistentVolumeClaim': return `${again}; its data goes with it where the reclaim policy is Delete`;
    case 'ConfigMap': case 'Secret': return `${again}; a kubelet that knows the immutable one goes on with the old data until its pods are gone: a new name is safe`;
    default: return again;
  }
}
