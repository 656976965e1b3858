import type { Plugin } from './plugin';
import type { Decoded } from '../../admission/decode/decoded';
import { cmp, parseQuantity, Quantity } from '../../admission/formats/quantity';
import { Path } from '../../admission/path';
import { show } from '../../admission/report';
import type * as k8s from '../../k8s';
import { own } from '../../objects/plain';

const AT = Path.root.child('spec').child('resources').child('requests').key('storage');
const CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';

type Claim = Decoded<k8s.PersistentVolumeClaim>;

/** A claim can grow when its class allows it (plugin/pkg/admission/storage/persistentvolume/resize). */
export const persistentVolumeClaimResize: Plugin = {
  name: 'PersistentVolumeClaimResize',
  validateUpdate({ object, old, context: { kind, report }, state }) {
    if (kind !== 'PersistentVolumeClaim' || old === undefined) {
      return true;
    }
    const [from, to] = [sizeOf(old), sizeOf(object)];
    if (to === undefined || (from !== undefined && cmp(to, from) <= 0)) {
      return true;
    }
    const [before, now] = [classOf(old), classOf(object)];
    const found = now === '' || before !== now ? 'absent' : state.find('StorageClass', now);
    if (found === 'unknown' || (typeof found === 'object' && own(found, 'allowVolumeExpansion') === true)) {
      return true;
    }
    report.refused(AT, 'persistent-volume-claim/no-expansion', now === '' ? 'a claim without storageClassName cannot grow'
      : found === 'absent' ? `the claim cannot grow: StorageClass ${show(now)} does not exist in the cluster` : `the claim cannot grow: StorageClass ${show(now)} does not allow it`,
    { hint: 'keep the size, or set allowVolumeExpansion: true in the class' });
    return false;
  },
};

function sizeOf({ spec }: Claim): Quantity | undefined {
  const size = spec?.resources?.requests?.storage;
  return size === undefined ? undefined : parseQuantity(size);
}

/** The annotation wins. */
function classOf({ metadata, spec }: Claim): string {
  const annotations = metadata?.annotations ?? {};
  return Object.hasOwn(annotations, CLASS_ANNOTATION) ? annotations[CLASS_ANNOTATION] ?? '' : spec?.storageClassName ?? '';
}
