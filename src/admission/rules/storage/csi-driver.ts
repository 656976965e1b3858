import type * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import type { Decoded, Mutable } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import { dns1123Subdomain } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { show } from '../../report';
import { reportDisabled } from '../../stages/disabled-fields';
import { Gate } from '../../version';
import { validateObjectMeta } from '../metadata/metadata';
import { METADATA, SPEC } from '../workloads/workload';

type Spec = Decoded<k8s.CSIDriverSpec>;

const POLICIES = ['File', 'None', 'ReadWriteOnceWithFSType'];
const MODES = ['Persistent', 'Ephemeral'];
const SHORTEST_TOKEN = 600;
const LONGEST_TOKEN = 2 ** 32;
const SHORTEST_PERIOD = 10;
/** Fields that a server drops while their gate is off. */
const GATED: readonly (readonly [field: keyof k8s.CSIDriverSpec, gate: Gate])[] = [
  ['nodeAllocatableUpdatePeriodSeconds', 'MutableCSINodeAllocatableCount'],
  ['serviceAccountTokenInSecrets', 'CSIServiceAccountTokenSecrets'],
  ['preventPodSchedulingIfMissing', 'VolumeLimitScaling'],
];

/** A CSIDriver. Source: pkg/apis/storage/validation. */
export const csiDriver: KindPlan = {
  coverage: 'full',
  setDefaults: (object: Mutable<Decoded<k8s.CSIDriver>>, ctx) => {
    const { spec = {} } = object;
    object.spec = {
      attachRequired: true,
      podInfoOnMount: false,
      storageCapacity: false,
      fsGroupPolicy: 'ReadWriteOnceWithFSType',
      volumeLifecycleModes: ['Persistent'],
      requiresRepublish: false,
      seLinuxMount: false,
      ...(on(ctx, 'VolumeLimitScaling') ? { preventPodSchedulingIfMissing: false } : undefined),
      ...withoutUnset(spec),
    };
  },
  prepare,
  validate: (object: Decoded<k8s.CSIDriver>, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: false });
    validateSpec(object.spec ?? {}, ctx);
  },
  warn: ({ spec }: Decoded<k8s.CSIDriver>, ctx) => {
    if (on(ctx, 'CSIServiceAccountTokenSecrets') && spec?.tokenRequests !== undefined && spec.serviceAccountTokenInSecrets === undefined) {
      ctx.report.warning(SPEC.child('tokenRequests'), 'csi-driver/token-in-secrets', 'tokens are passed in volume attributes, which may be logged',
        { field: SPEC.child('serviceAccountTokenInSecrets'), hint: 'set serviceAccountTokenInSecrets: true if the driver supports it' });
    }
  },
};

function withoutUnset(spec: Spec): Spec {
  return Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== undefined)) as Spec;
}

function prepare(object: NormalObject, ctx: Context): NormalObject {
  const spec = object.spec as Spec | undefined;
  const dropped = GATED.filter(([field, gate]) => spec?.[field] !== undefined && !on(ctx, gate));
  if (dropped.length === 0) {
    return object;
  }
  reportDisabled(dropped.map(([what, gate]) => ({ at: SPEC.child(what), code: 'dropped/csi-driver', what, gate })), ctx, ctx.report);
  const kept = Object.entries(spec!).filter(([field]) => !dropped.some(([name]) => name === field));
  return { ...object, spec: Object.fromEntries(kept) };
}

function validateSpec(spec: Spec, ctx: Context): void {
  const policy: string = spec.fsGroupPolicy ?? '';
  if (!POLICIES.includes(policy)) {
    ctx.report.notSupported(SPEC.child('fsGroupPolicy'), 'csi-driver/fs-group-policy', policy, POLICIES);
  }
  validateTokens(spec.tokenRequests ?? [], ctx);
  const modes = SPEC.child('volumeLifecycleModes');
  spec.volumeLifecycleModes?.forEach((mode: string, i) => {
    if (!MODES.includes(mode)) {
      ctx.report.notSupported(modes.index(i), 'csi-driver/lifecycle-mode', mode, MODES, { field: modes });
    }
  });
  const period = spec.nodeAllocatableUpdatePeriodSeconds;
  if (period !== undefined && period < SHORTEST_PERIOD) {
    ctx.report.invalid(SPEC.child('nodeAllocatableUpdatePeriodSeconds'), 'csi-driver/update-period', `must be ${SHORTEST_PERIOD} or more, got ${period}`);
  }
  if (spec.serviceAccountTokenInSecrets !== undefined && spec.tokenRequests === undefined) {
    ctx.report.invalid(SPEC.child('serviceAccountTokenInSecrets'), 'csi-driver/no-tokens', 'serviceAccountTokenInSecrets is not allowed without tokenRequests',
      { hint: 'add tokenRequests, or remove it' });
  }
}

/** The server looks at the seconds of the first token of an audience only. */
function validateTokens(tokens: readonly Decoded<k8s.TokenRequest>[], ctx: Context): void {
  const seen = new Set<string>();
  tokens.forEach(({ audience = '', expirationSeconds: seconds }, i) => {
    const at = SPEC.child('tokenRequests').index(i);
    if (seen.has(audience)) {
      ctx.report.duplicate(at.child('audience'), 'csi-driver/duplicate-audience', `duplicate audience ${show(audience)}`);
      return;
    }
    seen.add(audience);
    if (seconds !== undefined && (seconds < SHORTEST_TOKEN || seconds > LONGEST_TOKEN)) {
      ctx.report.invalid(at.child('expirationSeconds'), 'csi-driver/token-seconds', `must be between ${SHORTEST_TOKEN} and ${LONGEST_TOKEN}, got ${seconds}`);
    }
  });
}
