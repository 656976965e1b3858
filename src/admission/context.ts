import { Report } from './report';
import { enabled, Gate, Minor } from './version';

/** What every rule is given beside the value and its path. */
export interface Context {
  readonly report: Report;
  readonly minor: Minor;
  /** The kind of the reviewed object. */
  readonly kind: string;
  /** Its type in the API: another one than the kind's name for another version of the kind. */
  readonly type: string;
}

/** Whether a feature gate is on in the targeted minor. */
export function on(context: Context, gate: Gate): boolean {
  return enabled(gate, context.minor);
}
