import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import { dns1123Subdomain } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { reportDisabled } from '../../stages/disabled-fields';
import { validateObjectMeta } from '../metadata/metadata';
import { METADATA, SPEC } from '../workloads/workload';

/** The fields of coordinated leader election, which is off by default in all supported minors. */
const ELECTION = ['strategy', 'preferredHolder'] as const;

/** A Lease. Source: pkg/apis/coordination/validation. */
export const lease: KindPlan = {
  coverage: 'full',
  setDefaults: () => undefined,
  prepare,
  validate: (object: Decoded<k8s.Lease>, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: true, generalOnly: true });
    const { leaseDurationSeconds: seconds, leaseTransitions: transitions } = object.spec ?? {};
    if (seconds !== undefined && seconds <= 0) {
      ctx.report.invalid(SPEC.child('leaseDurationSeconds'), 'lease/duration', `must be greater than 0, got ${seconds}`);
    }
    if (transitions !== undefined && transitions < 0) {
      ctx.report.invalid(SPEC.child('leaseTransitions'), 'lease/transitions', `must be 0 or more, got ${transitions}`);
    }
  },
};

function prepare(object: NormalObject, ctx: Context): NormalObject {
  const spec = object.spec as Decoded<k8s.LeaseSpec> | undefined;
  const dropped = ELECTION.filter((field) => spec?.[field] !== undefined);
  if (dropped.length === 0) {
    return object;
  }
  const fields = dropped.map((what) => ({ at: SPEC.child(what), code: 'dropped/coordinated-election', what, gate: 'CoordinatedLeaderElection' as const }));
  reportDisabled(fields, ctx, ctx.report);
  const { strategy: _, preferredHolder: __, ...rest } = spec!;
  return { ...object, spec: rest };
}
