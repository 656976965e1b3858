import { AnyObject, labelFromName, Made, METADATA, nameOf, namePath, Origin, ownerOf, podOf, present, SPEC, StandIns, templateOrigins, withKeys } from './made';

const TEMPLATE = SPEC.child('template');
const CLAIMS = SPEC.child('volumeClaimTemplates');
const REVISION_HASH = 'controller-revision-hash';
const POD_NAME = 'statefulset.kubernetes.io/pod-name';
/** The name of a revision has at most this much of the set's name. */
const MOST_OF_REVISION = 223;
/** What a hash takes, with its dash. */
const HASH = 11;
const MOST_OF_LABEL = 63;

/** The ordinals of a set: the first, and how many. */
export function ordinalsOf({ spec }: AnyObject): { readonly start: number; readonly count: number } {
  return { start: spec?.ordinals?.start ?? 0, count: Math.max(0, spec?.replicas ?? 1) };
}

/** The name of the revision that a set's pods are of. */
export function revisionName(name: string, hash: string): string {
  return `${name.slice(0, MOST_OF_REVISION)}-${hash}`;
}

/** The pod of an ordinal. It mounts the claims of the templates in place of volumes of the same names. */
export function podOfStatefulSet(set: AnyObject, ordinal: number, standIns: StandIns): Made {
  const { hash, uid } = standIns;
  const { metadata, spec } = set;
  const name = nameOf(set, standIns);
  const podName = `${name}-${ordinal}`;
  const pod = podOf(spec?.template, {
    name: podName,
    generateName: `${name}-`,
    labels: withKeys(spec?.template?.metadata?.labels, {
      [POD_NAME]: podName,
      'apps.kubernetes.io/pod-index': String(ordinal),
      [REVISION_HASH]: revisionName(name, hash),
    }),
    ownerReferences: [ownerOf(set, name, uid)],
  }, metadata?.namespace);
  const { volumes, places } = claimedVolumes(set, name, ordinal);
  return {
    kind: 'Pod',
    object: { ...pod, spec: present({ ...pod.spec, hostname: podName, subdomain: spec?.serviceName, volumes }) },
    origins: [...identityOrigins(set, podName.length - name.length), ...places, ...templateOrigins(TEMPLATE)],
  };
}

/** What is made from the name. A hash takes the most room. */
function identityOrigins(set: AnyObject, suffix: number): Origin[] {
  const name = namePath(set);
  const shorter = `shorten the name to ${MOST_OF_LABEL - Math.max(HASH, suffix)} characters`;
  return [
    labelFromName(REVISION_HASH, name, shorter),
    labelFromName(POD_NAME, name, shorter),
    { made: METADATA.child('name'), manifest: name, because: 'the name and an ordinal become the name of a pod', hint: shorter },
    { made: METADATA.child('generateName'), manifest: name, because: 'the names of its pods begin with this name', hint: shorter },
    { made: SPEC.child('hostname'), manifest: name, because: 'the name and an ordinal become the hostname of a pod', hint: shorter },
    { made: SPEC.child('subdomain'), manifest: SPEC.child('serviceName') },
  ];
}

/** The volumes of claims come before those of the template, as the controller adds them (in random order). */
function claimedVolumes({ spec }: AnyObject, name: string, ordinal: number): { volumes: AnyObject[] | undefined; places: Origin[] } {
  const templates: readonly AnyObject[] = spec?.volumeClaimTemplates ?? [];
  const own = spec?.template?.spec?.volumes as readonly AnyObject[] | undefined;
  if (templates.length === 0) {
    return { volumes: own as AnyObject[] | undefined, places: [] };
  }
  const claimed = new Map<string, { volume: AnyObject; index: number }>();
  templates.forEach((template, index) => {
    const { name: volume = '' } = (template.metadata ?? {}) as { name?: string };
    claimed.set(volume, { volume: { name: volume, persistentVolumeClaim: { claimName: claimName(volume, name, ordinal) } }, index });
  });
  const list = SPEC.child('volumes');
  const volumes = [...claimed.values()].map(({ volume }) => volume);
  const places: Origin[] = [...claimed.values()].map(({ index }, i) => ({
    made: list.index(i), manifest: CLAIMS.index(index).child('metadata').child('name'), extent: 'with all',
  }));
  own?.forEach((volume, i) => {
    if (!claimed.has(volume.name ?? '')) {
      places.push({ made: list.index(volumes.length), manifest: TEMPLATE.child('spec').child('volumes').index(i) });
      volumes.push(volume);
    }
  });
  return { volumes, places };
}

export function claimName(template: string, set: string, ordinal: number): string {
  return `${template}-${set}-${ordinal}`;
}

/** The claims that the controller makes before the pod of an ordinal. */
export function claimsOf(set: AnyObject, ordinal: number, standIns: StandIns): Made[] {
  const { metadata, spec } = set;
  const name = nameOf(set, standIns);
  return ((spec?.volumeClaimTemplates ?? []) as readonly AnyObject[]).map((template, i) => {
    const at = CLAIMS.index(i);
    const labels = { ...template.metadata?.labels, ...spec?.selector?.matchLabels };
    return {
      kind: 'PersistentVolumeClaim',
      object: {
        ...template,
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: present({ ...template.metadata, name: claimName(template.metadata?.name ?? '', name, ordinal), namespace: metadata?.namespace, labels }),
        status: undefined,
      },
      origins: [
        {
          made: METADATA.child('name'),
          manifest: at.child('metadata').child('name'),
          because: 'the names of the template and of the StatefulSet and an ordinal become the name of a claim',
        },
        { made: METADATA.child('namespace'), manifest: METADATA.child('namespace') },
        { made: METADATA, manifest: at.child('metadata'), because: 'a claim of this template is refused' },
        { made: SPEC, manifest: at.child('spec'), because: 'a claim of this template is refused' },
      ],
    };
  });
}
