/* eslint-disable @typescript-eslint/no-require-imports -- as in ../kinds.ts: an import would load the rules of all kinds. */
import type { UpdatePlan } from './update-plan';
import type { Kind } from '../../k8s/kinds';
import { planOfKind } from '../kinds';

/** The kinds that have rules of update. Of all others, updates are reviewed in part. */
const PLANS: { readonly [kind in Kind]?: () => UpdatePlan } = {
  Pod: () => (require('./pod') as typeof import('./pod')).pod,
};

/** What an update of a kind does. */
export function updatePlanOf(kind: Kind): UpdatePlan {
  return PLANS[kind]?.() ?? partial(kind);
}

/** A kind without rules of update of its own: those of create hold for what it becomes. */
function partial(kind: Kind): UpdatePlan {
  const { prepare, validate, warn } = planOfKind(kind);
  return {
    coverage: 'partial',
    prepare: (object, _, ctx) => prepare?.(object, ctx) ?? object,
    validate: (object, _, ctx) => validate(object, ctx),
    warn: (object, _, ctx) => warn?.(object, ctx),
  };
}
