import type * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Draft } from '../../defaults/draft';
import { SPEC } from '../workloads/workload';

const TYPES = ['Exempt', 'Limited'];
/** The priority level of requests without a limit; no other is of its type. */
const EXEMPT = 'exempt';
const DEFAULT_PRECEDENCE = 1000;
const DEFAULT_SHARES = 30;

export function setFlowSchemaDefaults({ spec }: Draft<k8s.FlowSchema>): void {
  if (spec !== undefined && (spec.matchingPrecedence ?? 0) === 0) {
    spec.matchingPrecedence = DEFAULT_PRECEDENCE;
  }
}

export function setPriorityLevelDefaults({ spec }: Draft<k8s.PriorityLevelConfiguration>): void {
  if (spec?.exempt !== undefined) {
    spec.exempt.nominalConcurrencyShares ??= 0;
    spec.exempt.lendablePercent ??= 0;
  }
  if (spec?.limited !== undefined) {
    spec.limited.nominalConcurrencyShares ??= DEFAULT_SHARES;
    spec.limited.lendablePercent ??= 0;
    const queuing = spec.limited.limitResponse?.queuing;
    if (queuing !== undefined) {
      queuing.handSize = queuing.handSize || 8;
      queuing.queues = queuing.queues || 64;
      queuing.queueLengthLimit = queuing.queueLengthLimit || 50;
    }
  }
}

/** The type, and what belongs to it. Source: pkg/apis/flowcontrol/validation. */
export function validatePriorityLevel({ metadata, spec = {} }: Decoded<k8s.PriorityLevelConfiguration>, ctx: Context): void {
  const { limited, exempt } = spec;
  const type: string | undefined = spec.type;
  const at = SPEC.child('type');
  if ((metadata?.name === EXEMPT) !== (type === 'Exempt')) {
    ctx.report.invalid(at, 'priority-level/exempt', "type 'Exempt' is for the priority level of the name 'exempt' alone, which has no other type");
  }
  if ((type === undefined || type === '') && on(ctx, 'PriorityLevelTypesAreRequired')) {
    ctx.report.required(at, 'priority-level/type', 'type is required: Limited or Exempt');
  } else if (type === undefined || !TYPES.includes(type)) {
    ctx.report.notSupported(at, 'priority-level/type', type, TYPES);
  } else if (type === 'Exempt' && limited !== undefined) {
    ctx.report.forbidden(SPEC.child('limited'), 'priority-level/type', "limited is not allowed with type 'Exempt'");
  } else if (type === 'Limited' && exempt !== undefined) {
    ctx.report.forbidden(SPEC.child('exempt'), 'priority-level/type', "exempt is not allowed with type 'Limited'");
  }
  if (type === 'Limited' && limited === undefined) {
    ctx.report.required(SPEC.child('limited'), 'priority-level/type', "limited is required with type 'Limited'");
  }
}
