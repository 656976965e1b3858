import type { Plugin } from './plugin';
import type { Decoded } from '../../admission/decode/decoded';
import { enabled } from '../../admission/version';
import type * as k8s from '../../k8s';

const FINALIZERS: { readonly [kind: string]: string | undefined } = {
  PersistentVolume: 'kubernetes.io/pv-protection',
  PersistentVolumeClaim: 'kubernetes.io/pvc-protection',
  VolumeAttributesClass: 'kubernetes.io/vac-protection',
};

/** A finalizer that keeps volumes and claims that are in use (plugin/pkg/admission/storage/storageobjectinuseprotection). */
export const storageObjectInUseProtection: Plugin = {
  name: 'StorageObjectInUseProtection',
  admit(request) {
    const { kind, minor } = request.context;
    const finalizer = Object.hasOwn(FINALIZERS, kind) ? FINALIZERS[kind]! : undefined;
    const { metadata }: { readonly metadata?: Decoded<k8s.ObjectMeta> } = request.object;
    const own = metadata?.finalizers ?? [];
    if (finalizer !== undefined && !own.includes(finalizer) && (kind !== 'VolumeAttributesClass' || enabled('VolumeAttributesClass', minor))) {
      request.object = { ...request.object, metadata: { ...metadata, finalizers: [...own, finalizer] } };
    }
    return true;
  },
};
