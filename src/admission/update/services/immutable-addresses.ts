import { saidAddress, Spec } from './clusters';
import { ANEW, otherFamilyThan, reportReduced } from './families';
import { Path } from '../../path';
import { show } from '../../report';
import { clusterIPsOf, isHeadless } from '../../rules/services/service-ips';
import type { UpdateContext } from '../update-plan';

const SPEC = Path.root.child('spec');

/** The first address and family stay as they are; a second one can be added. Source: ValidateServiceUpdate of pkg/apis/core/validation. */
export function refuseAddressChanges(is: Spec, was: Spec, ctx: UpdateContext): void {
  if (is.type === 'ExternalName' || was.type === 'ExternalName') {
    return;
  }
  const [headless, wasHeadless] = [isHeadless(clusterIPsOf(is)), isHeadless(clusterIPsOf(was))];
  if (headless && wasHeadless) {
    return;
  }
  refuseOtherAddresses(is, clusterIPsOf(was), ctx);
  if (!headless && !wasHeadless) {
    refuseOtherFamilies(is, was.ipFamilies ?? [], ctx);
  }
}

function refuseOtherAddresses(is: Spec, before: readonly string[], ctx: UpdateContext): void {
  const after = clusterIPsOf(is);
  const same = after.length === before.length ? after.length : Math.min(1, before.length);
  for (let i = 0; i < same; i++) {
    if (after[i] !== before[i]) {
      ctx.report.invalid(SPEC.child('clusterIPs').index(i), 'service-update/cluster-ip',
        `the address of a Service cannot change: it is ${saidAddress(before[i])}, got ${saidAddress(after[i])}`,
        { hint: saidAddress(before[i]) === show(before[i]) ? `keep ${show(before[i])}; or ${ANEW}` : 'remove clusterIP' });
    }
  }
  refuseReduced('clusterIPs', before, after, is, ctx);
}

function refuseOtherFamilies(is: Spec, before: readonly string[], ctx: UpdateContext): void {
  const after = is.ipFamilies ?? [];
  const same = after.length === before.length ? after.length : Math.min(1, before.length, after.length);
  for (let i = 0; i < same; i++) {
    if (after[i] !== before[i]) {
      const { at, code, message, hint } = otherFamilyThan(before[i], after[i], i);
      ctx.report.invalid(at, code, message, { field: SPEC.child('ipFamilies').index(0), hint });
    }
  }
  refuseReduced('ipFamilies', before, after, is, ctx);
}

function refuseReduced(field: 'clusterIPs' | 'ipFamilies', before: readonly string[], after: readonly string[], is: Spec, ctx: UpdateContext): void {
  if (before.length > after.length && after.length === 1 && is.ipFamilyPolicy !== 'SingleStack') {
    reportReduced(field, ctx);
  }
}
