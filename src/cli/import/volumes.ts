import { Emitter } from './emit';
import { hasOnly, isStruct, isText, Struct } from './fit';
import { call, callOn, Code, object } from './layout';
import { quote } from './text';

/** Sources whose helper takes the API's struct as it is. */
const WHOLE = new Set([
  'awsElasticBlockStore', 'azureDisk', 'azureFile', 'cephfs', 'cinder', 'csi', 'fc', 'flexVolume', 'flocker', 'gcePersistentDisk', 'gitRepo',
  'glusterfs', 'iscsi', 'nfs', 'photonPersistentDisk', 'portworxVolume', 'quobyte', 'rbd', 'scaleIO', 'storageos', 'vsphereVolume',
]);

/** Sources whose helper takes one field by itself, and the rest as options. */
const NAMED: { readonly [source: string]: { readonly field: string; readonly type: string } } = {
  hostPath: { field: 'path', type: 'HostPathVolumeSource' },
  configMap: { field: 'name', type: 'ConfigMapVolumeSource' },
  secret: { field: 'secretName', type: 'SecretVolumeSource' },
  persistentVolumeClaim: { field: 'claimName', type: 'PersistentVolumeClaimVolumeSource' },
  image: { field: 'reference', type: 'ImageVolumeSource' },
};

/** A volume: `Volume.emptyDir('logs')`. */
export function volumeCode(volume: Struct, emit: Emitter): Code {
  const [source, ...others] = Object.keys(volume).filter((key) => key !== 'name');
  const from = volume[source];
  const helped = others.length === 0 && isStruct(from) ? sourceCode(quote(volume.name as string), source, from, emit) : undefined;
  return helped ?? call('Volume.of', emit.plain(volume, 'Volume'));
}

function sourceCode(name: string, source: string, from: Struct, emit: Emitter): Code | undefined {
  if (Object.hasOwn(NAMED, source)) {
    const { field, type } = NAMED[source];
    const value = from[field];
    return isText(value) ? call(`Volume.${source}`, name, quote(value), ...emit.options(from, type, field)) : undefined;
  }
  if (WHOLE.has(source)) {
    return call(`Volume.${source}`, name, emit.field(from, 'Volume', source));
  }
  switch (source) {
    case 'emptyDir':
      return call('Volume.emptyDir', name, ...emit.options(from, 'EmptyDirVolumeSource'));
    case 'downwardAPI':
      return Array.isArray(from.items)
        ? call('Volume.downwardAPI', name, emit.field(from.items, 'DownwardAPIVolumeSource', 'items'), ...emit.options(from, 'DownwardAPIVolumeSource', 'items'))
        : undefined;
    case 'projected':
      return Array.isArray(from.sources)
        ? call('Volume.projected', name, emit.field(from.sources, 'ProjectedVolumeSource', 'sources'), ...emit.options(from, 'ProjectedVolumeSource', 'sources'))
        : undefined;
    case 'ephemeral': {
      const template = from.volumeClaimTemplate;
      return hasOnly(from, ['volumeClaimTemplate']) && isStruct(template)
        ? call('Volume.ephemeral', name, emit.field(template.spec, 'PersistentVolumeClaimTemplate', 'spec'), ...emit.options(template, 'PersistentVolumeClaimTemplate', 'spec'))
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether an entry of volumeClaimTemplates is what `Volume.claimTemplate` makes. */
export function isClaimTemplate(claim: Struct): boolean {
  return hasOnly(claim, ['metadata', 'spec']) && isText((claim.metadata as Struct).name);
}

/** A claim template: `Volume.claimTemplate('data', …)`. */
export function claimCode(claim: Struct, emit: Emitter): Code {
  const metadata = claim.metadata as Struct;
  const rest = emit.fields(metadata, 'ObjectMeta', 'name');
  return call(
    'Volume.claimTemplate',
    quote(metadata.name as string),
    emit.field(claim.spec, 'PersistentVolumeClaim', 'spec'),
    ...(rest.length === 0 ? [] : [object(['metadata', object(...rest)])]),
  );
}

/** A mount by `mount()` or `device()`, and which volume it is of. */
export function isMount(mount: Struct, list: 'volumeMounts' | 'volumeDevices'): boolean {
  return isText(mount.name) && isText(list === 'volumeMounts' ? mount.mountPath : mount.devicePath);
}

/** `logs.mount('/logs', { readOnly: true })`, on the variable or the volume itself. */
export function mountCode(volume: Code, mount: Struct, emit: Emitter): Code {
  return mount.devicePath === undefined
    ? callOn(volume, 'mount', quote(mount.mountPath as string), ...emit.options(mount, 'VolumeMount', 'name', 'mountPath'))
    : callOn(volume, 'device', quote(mount.devicePath as string));
}
