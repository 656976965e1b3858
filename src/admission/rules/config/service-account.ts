import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import { dns1123Subdomain } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { validateObjectMeta } from '../metadata/metadata';
import { METADATA } from '../workloads/workload';

const SECRETS = Path.root.child('secrets');
const MOUNTABLE = 'kubernetes.io/enforce-mountable-secrets';

/** A ServiceAccount. Source: ValidateServiceAccount of pkg/apis/core/validation. */
export const serviceAccount: KindPlan = {
  coverage: 'full',
  setDefaults: () => undefined,
  prepare,
  validate: (object: Decoded<k8s.ServiceAccount>, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: true });
  },
  warn: (object: Decoded<k8s.ServiceAccount>, ctx) => {
    if (Object.hasOwn(object.metadata?.annotations ?? {}, MOUNTABLE)) {
      ctx.report.warning(METADATA.child('annotations').key(MOUNTABLE), 'service-account/mountable-secrets', `the annotation ${MOUNTABLE} is deprecated since Kubernetes 1.32`,
        { hint: 'remove it, and keep Secrets that must not be shared in a namespace of their own' });
    }
  },
};

/** Of its Secrets, the server keeps only the names. */
function prepare(object: NormalObject, ctx: Context): NormalObject {
  const { secrets } = object as Decoded<k8s.ServiceAccount>;
  secrets?.forEach((reference, i) => {
    for (const field of Object.keys(reference).filter((each) => each !== 'name' && reference[each as keyof k8s.ObjectReference] !== undefined)) {
      ctx.report.dropped(SECRETS.index(i).child(field), 'dropped/secret-reference', `the server silently drops ${field}: it keeps only the names of secrets`, { hint: `remove ${field}` });
    }
  });
  return secrets === undefined ? object : { ...object, secrets: secrets.map(({ name }) => (name === undefined ? {} : { name })) };
}
