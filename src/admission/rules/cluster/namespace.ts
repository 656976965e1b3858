import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded, Mutable } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import { dns1123Label, qualifiedName } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { allows, show } from '../../report';
import { STANDARD_FINALIZERS, validateObjectMeta } from '../metadata/metadata';
import { METADATA, SPEC } from '../workloads/workload';

const NAME_LABEL = 'kubernetes.io/metadata.name';
const LABELS = METADATA.child('labels');
const SECURITY = 'pod-security.kubernetes.io/';
const MODES = ['enforce', 'audit', 'warn'];
const LEVELS = ['privileged', 'baseline', 'restricted'];
const VERSION = /^(?:latest|v1\.(?:0|[1-9][0-9]*))$/;
const FINALIZERS = SPEC.child('finalizers');

/** A Namespace. Source: ValidateNamespace of pkg/apis/core/validation. */
export const namespace: KindPlan = {
  coverage: 'full',
  setDefaults: (object: Mutable<Decoded<k8s.Namespace>>) => {
    const { metadata } = object;
    if (metadata?.name !== undefined) {
      object.metadata = { ...metadata, labels: { ...metadata.labels, [NAME_LABEL]: metadata.name } };
    }
  },
  prepare,
  validate: (object: Decoded<k8s.Namespace>, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: dns1123Label, namespaced: false });
    validateFinalizers(object.spec?.finalizers ?? [], ctx);
    if (allows(ctx.report)) {
      admitPodSecurity(object.metadata?.labels ?? {}, ctx);
    }
  },
};

/** Every Namespace has the finalizer with which its objects are deleted before it. */
function prepare(object: NormalObject): NormalObject {
  const spec = object.spec as Decoded<k8s.NamespaceSpec> | undefined;
  const finalizers = spec?.finalizers ?? [];
  return finalizers.includes('kubernetes') ? object : { ...object, spec: { ...spec, finalizers: [...finalizers, 'kubernetes'] } };
}

/** The admission plugin PodSecurity: the labels that set the levels of the namespace. It looks at valid objects only. */
function admitPodSecurity(labels: { readonly [key: string]: string | undefined }, ctx: Context): void {
  for (const mode of MODES) {
    const [level, version] = [`${SECURITY}${mode}`, `${SECURITY}${mode}-version`];
    if (Object.hasOwn(labels, level) && !LEVELS.includes(labels[level] ?? '')) {
      ctx.report.invalid(LABELS.key(level), 'namespace/pod-security-level', `unsupported level ${show(labels[level])}: must be ${LEVELS.join(', ')}`);
    }
    if (Object.hasOwn(labels, version) && !VERSION.test(labels[version] ?? '')) {
      ctx.report.invalid(LABELS.key(version), 'namespace/pod-security-version', `unsupported version ${show(labels[version])}: must be latest, or a minor such as v1.36`);
    }
  }
}

/** The server reports all of them at the list. */
function validateFinalizers(finalizers: readonly string[], ctx: Context): void {
  finalizers.forEach((finalizer, i) => {
    const at = FINALIZERS.index(i);
    const problem = qualifiedName(finalizer);
    if (problem !== undefined) {
      ctx.report.invalid(at, 'namespace/finalizer', `finalizer ${show(finalizer)} ${problem}`, { field: FINALIZERS });
    } else if (!finalizer.includes('/') && !STANDARD_FINALIZERS.includes(finalizer)) {
      ctx.report.invalid(at, 'namespace/finalizer', `finalizer ${show(finalizer)} must have a domain and a slash before its name`, { field: FINALIZERS });
    }
  });
}
