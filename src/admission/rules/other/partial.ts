import type * as k8s from '../../../k8s';
import { kindFacts } from '../../../k8s/kinds';
import { Decoded } from '../../decode/decoded';
import { NameRule, pathSegmentName } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { validateObjectMeta } from '../metadata/metadata';

const METADATA = Path.root.child('metadata');

/** The kinds of API servers of their own and of admission check finalizers less strictly. */
const GENERAL_ONLY: ReadonlySet<string> = new Set([
  'MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding', 'MutatingWebhookConfiguration', 'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding', 'ValidatingWebhookConfiguration', 'CustomResourceDefinition', 'APIService',
]);

/** A kind of which only the metadata is validated. */
export function partialPlan(nameRule: NameRule = pathSegmentName): KindPlan {
  return {
    coverage: 'partial',
    setDefaults: () => undefined,
    validate: (object, ctx) => {
      const namespaced = kindFacts(ctx.kind)?.clusterScoped !== true;
      const generalOnly = GENERAL_ONLY.has(ctx.kind);
      validateObjectMeta(object.metadata as Decoded<k8s.ObjectMeta> | undefined, METADATA, ctx, { nameRule, namespaced, generalOnly });
    },
  };
}
