import { defaultClass } from './default-class';
import type { Plugin } from './plugin';
import type { Decoded } from '../../admission/decode/decoded';
import type * as k8s from '../../k8s';

const ANNOTATIONS = ['storageclass.kubernetes.io/is-default-class', 'storageclass.beta.kubernetes.io/is-default-class'];
const CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';

/** A claim that names no class gets the default one (plugin/pkg/admission/storage/storageclass/setdefault). */
export const defaultStorageClass: Plugin = {
  name: 'DefaultStorageClass',
  admit(request) {
    const { metadata, spec }: Decoded<k8s.PersistentVolumeClaim> = request.object;
    if (request.context.kind !== 'PersistentVolumeClaim' || Object.hasOwn(metadata?.annotations ?? {}, CLASS_ANNOTATION) || spec?.storageClassName !== undefined) {
      return true;
    }
    const storageClassName = defaultClass(request.state.list('StorageClass'), ANNOTATIONS);
    if (storageClassName !== undefined) {
      request.object = { ...request.object, spec: { ...spec, storageClassName } };
    }
    return true;
  },
};
