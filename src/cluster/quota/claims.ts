import type { Evaluator, ScopeRequirement } from './evaluator';
import { ONE } from './pods';
import type { Decoded } from '../../admission/decode/decoded';
import { meetsRequirement } from '../../admission/formats/label-selector';
import { cmp, isInteger, parseQuantity, Quantity, roundUp } from '../../admission/formats/quantity';
import { enabled, Minor } from '../../admission/version';
import type { Amounts } from '../../insight/amounts';
import type * as k8s from '../../k8s';

type Claim = Decoded<k8s.PersistentVolumeClaim>;

const COUNT = 'count/persistentvolumeclaims';
const CLAIMS = 'persistentvolumeclaims';
const STORAGE = 'requests.storage';
const OF_CLASS = '.storageclass.storage.k8s.io/';
const CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';
const SCOPE = 'VolumeAttributesClass';

export const claims: Evaluator = {
  isAbout: (resource) => [COUNT, CLAIMS, STORAGE].includes(resource) || [CLAIMS, STORAGE].some((name) => resource.endsWith(`${OF_CLASS}${name}`)),
  usage: (claim: Claim): Amounts => {
    const storageClass = classOf(claim);
    const usage: Amounts = new Map([[CLAIMS, ONE], [COUNT, ONE]]);
    const storage = storageOf(claim);
    if (storage !== undefined) {
      usage.set(STORAGE, storage);
    }
    if (storageClass !== '') {
      usage.set(`${storageClass}${OF_CLASS}${CLAIMS}`, ONE);
      if (storage !== undefined) {
        usage.set(`${storageClass}${OF_CLASS}${STORAGE}`, storage);
      }
    }
    return usage;
  },
  matches,
  countsUpdates: true,
};

/** The annotation wins. */
function classOf({ metadata, spec }: Claim): string {
  const annotations = metadata?.annotations ?? {};
  return Object.hasOwn(annotations, CLASS_ANNOTATION) ? annotations[CLASS_ANNOTATION] ?? '' : spec?.storageClassName ?? '';
}

/** In whole bytes; what the volume has got already counts where it is more. */
function storageOf({ spec, status }: Claim): Quantity | undefined {
  const [asked, allocated] = [spec?.resources?.requests, status?.allocatedResources].map((list) => wholeBytes(list?.storage));
  return asked !== undefined && allocated !== undefined && cmp(allocated, asked) > 0 ? allocated : asked;
}

function wholeBytes(text: string | number | undefined): Quantity | undefined {
  const quantity = text === undefined ? undefined : parseQuantity(text);
  return quantity === undefined || isInteger(quantity) ? quantity : roundUp(quantity, 0);
}

function matches({ scopeName, operator, values }: ScopeRequirement, { spec, status }: Claim, minor: Minor): boolean {
  if (scopeName !== SCOPE || !enabled('VolumeAttributesClass', minor)) {
    return false;
  }
  const { currentVolumeAttributesClassName, modifyVolumeStatus } = status ?? {};
  const names = [spec?.volumeAttributesClassName, currentVolumeAttributesClassName, modifyVolumeStatus?.targetVolumeAttributesClassName];
  const labels = names.filter((name) => name !== undefined && name !== '').map((name) => ({ [SCOPE]: name }));
  return (labels.length === 0 ? [{}] : labels).some((one) => meetsRequirement({ key: SCOPE, operator, values }, one));
}
