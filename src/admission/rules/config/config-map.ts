import { MOST_BYTES, validateKeys } from './keys';
import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { byteLength as bytesOfBase64 } from '../../formats/base64';
import { byteLength } from '../../formats/bytes';
import { dns1123Subdomain } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { show } from '../../report';
import { validateObjectMeta } from '../metadata/metadata';
import { METADATA } from '../workloads/workload';

const DATA = Path.root.child('data');
/** How the server names the object as a whole. */
const WHOLE = '[]';
const BINARY_DATA = Path.root.child('binaryData');

/** A ConfigMap. Source: ValidateConfigMap of pkg/apis/core/validation. */
export const configMap: KindPlan = {
  coverage: 'full',
  setDefaults: () => undefined,
  validate: (object: Decoded<k8s.ConfigMap>, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: true });
    validateKeys(object.data, DATA, 'config-map/key', ctx);
    validateKeys(object.binaryData, BINARY_DATA, 'config-map/key', ctx);
    validateOnce(object, ctx);
    validateSize(object, ctx);
  },
};

function validateOnce({ data = {}, binaryData = {} }: Decoded<k8s.ConfigMap>, ctx: Context): void {
  for (const key of Object.keys(data)) {
    if (Object.hasOwn(binaryData, key)) {
      ctx.report.invalid(DATA.key(key), 'config-map/duplicate-key', `key ${show(key)} is in data and in binaryData`, { hint: 'remove one of them' });
    }
  }
}

function validateSize({ data = {}, binaryData = {} }: Decoded<k8s.ConfigMap>, ctx: Context): void {
  const bytes = sum(Object.values(data), byteLength) + sum(Object.values(binaryData), bytesOfBase64);
  if (bytes > MOST_BYTES) {
    ctx.report.tooLong(DATA, 'config-map/size', `the values have ${bytes} bytes together: at most ${MOST_BYTES} (1 MiB) are allowed`,
      { field: WHOLE, hint: 'split it into several ConfigMaps, or mount a volume' });
  }
}

function sum(values: readonly (string | undefined)[], length: (value: string) => number): number {
  return values.reduce((total, value) => total + length(value ?? ''), 0);
}
