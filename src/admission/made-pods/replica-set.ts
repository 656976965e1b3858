import { AnyObject, Made, METADATA, nameOf, namePath, Origin, ownerOf, podOf, SPEC, StandIns, templateOrigins, withKeys } from './made';
import { podPrefix } from './names';
import { Path } from '../path';

export const TEMPLATE_HASH = 'pod-template-hash';
const TEMPLATE = SPEC.child('template');
const REVISION = 'deployment.kubernetes.io/revision';
/** Annotations of a Deployment that its ReplicaSets do not get. */
const NOT_COPIED = new Set([
  'kubectl.kubernetes.io/last-applied-configuration', REVISION, 'deployment.kubernetes.io/revision-history',
  'deployment.kubernetes.io/desired-replicas', 'deployment.kubernetes.io/max-replicas', 'deprecated.deployment.rollback.to',
]);

/** A selector with an opinion of the label that the controller adds. */
const OWN_HASH: Origin = {
  made: TEMPLATE.child('metadata').child('labels'),
  manifest: SPEC.child('selector').child('matchExpressions'),
  extent: 'only',
  because: `its ReplicaSet gets the label ${TEMPLATE_HASH}`,
  hint: `remove ${TEMPLATE_HASH} from the selector`,
};

/** A pod of a ReplicaSet or a ReplicationController, which has nothing but the template. */
export function podOfReplicas(owner: AnyObject, standIns: StandIns): Made {
  const name = nameOf(owner, standIns);
  const template = owner.spec?.template as AnyObject | undefined;
  return {
    kind: 'Pod',
    object: podOf(template, { generateName: podPrefix(name), ownerReferences: [ownerOf(owner, name, standIns.uid)] }, owner.metadata?.namespace),
    origins: [
      { made: METADATA.child('generateName'), manifest: namePath(owner), because: 'the names of its pods begin with this name' },
      ...templateOrigins(TEMPLATE),
    ],
  };
}

/** What a hash takes, with its dash. */
const HASH = 11;
const MOST_OF_NAME = 253;

function replicaSetName(deployment: string, hash: string, long: boolean): string {
  return `${long ? deployment : deployment.slice(0, MOST_OF_NAME - HASH)}-${hash}`;
}

/** The ReplicaSet of a Deployment's template. */
export function replicaSetOf(deployment: AnyObject, standIns: StandIns): Made {
  const { hash, uid } = standIns;
  const { metadata, spec } = deployment;
  const name = nameOf(deployment, standIns);
  const added = { [TEMPLATE_HASH]: hash };
  const labels = withKeys(spec?.template?.metadata?.labels, added);
  const annotations = Object.entries<string>(metadata?.annotations ?? {}).filter(([key]) => !NOT_COPIED.has(key));
  const selector = (spec?.selector ?? {}) as AnyObject;
  const replicas = spec?.replicas ?? 1;
  return {
    kind: 'ReplicaSet',
    object: {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        name: replicaSetName(name, hash, standIns.longNames ?? false),
        ...metadata?.namespace === undefined ? undefined : { namespace: metadata.namespace },
        labels,
        annotations: {
          ...Object.fromEntries(annotations),
          [REVISION]: '1',
          'deployment.kubernetes.io/desired-replicas': String(replicas),
          'deployment.kubernetes.io/max-replicas': String(replicas),
        },
        ownerReferences: [ownerOf(deployment, name, uid)],
      },
      spec: {
        replicas,
        ...spec?.minReadySeconds === undefined ? undefined : { minReadySeconds: spec.minReadySeconds },
        selector: { ...selector, matchLabels: withKeys(selector.matchLabels, added) },
        template: { ...spec?.template, metadata: { ...spec?.template?.metadata, labels } },
      },
    },
    origins: [
      {
        made: METADATA.child('name'),
        manifest: namePath(deployment),
        because: 'the name and a hash become the name of its ReplicaSet',
        hint: 'shorten the name to 242 characters',
      },
      ...selector.matchExpressions?.some(({ key }: AnyObject) => key === TEMPLATE_HASH) ? [OWN_HASH] : [],
      { made: METADATA.child('labels'), manifest: TEMPLATE.child('metadata').child('labels') },
      { made: Path.root, manifest: Path.root, because: 'its ReplicaSet is refused' },
    ],
  };
}
