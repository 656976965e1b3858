import type * as k8s from '../../../k8s';
import type { Kind } from '../../../k8s/kinds';
import type { Decoded } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import { pathSegmentName } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { planOfKind } from '../../kinds';
import { Path } from '../../path';
import { show } from '../../report';
import { validateObjectMeta } from '../../rules/metadata/metadata';
import { METADATA } from '../../rules/workloads/workload';
import type { UpdateContext, UpdatePlan } from '../update-plan';

interface Own extends Partial<UpdatePlan> {
  /** The prefix of a generated name is not checked again. */
  readonly forgetsPrefix?: boolean;
}

/** What holds for the updates of most kinds: the rules of create, for the object as it shall be, and some more. */
export function updatesOf(kind: Kind, { forgetsPrefix = false, ...own }: Own = {}): UpdatePlan {
  const { prepare, validate, warn }: KindPlan = planOfKind(kind);
  return {
    coverage: 'full',
    prepare: (object, _, ctx) => prepare?.(object, ctx) ?? object,
    warn: (object, _, ctx) => warn?.(object, ctx),
    ...own,
    validate: (object, old, ctx) => {
      const first = ctx.report.findings.length;
      validate(object, ctx);
      if (forgetsPrefix) {
        ctx.report.revise(first, (at, { code }) => code === 'metadata/generate-name' ? undefined : { at });
      }
      own.validate?.(object, old, ctx);
    },
  };
}

/** The rules for metadata of an update whose kind checks nothing else of create. */
export function validateChangedMeta(object: NormalObject, namespaced: boolean, ctx: UpdateContext): void {
  const metadata = object.metadata as Decoded<k8s.ObjectMeta> | undefined;
  validateObjectMeta(metadata, METADATA, ctx, { nameRule: pathSegmentName, namespaced, generatedNameOnly: true });
}

const REPLACE = 'keep it, or delete the object and create it again';

/** A value that never changes, and how the server says so. */
interface Immutable {
  /** The path that the server writes, where that is not the exact place. */
  readonly field?: string;
  /** What can be done. */
  readonly hint?: string;
  readonly type?: 'invalid' | 'forbidden';
}

/** Reports a change of a value that is the same forever. */
export function reportImmutable(
  before: unknown, after: unknown, at: Path, code: string, ctx: UpdateContext, { field, type = 'invalid', hint = REPLACE }: Immutable = {},
): void {
  ctx.report[type](at, code, `${nameOf(at)} cannot change: it is ${shown(before)}, got ${shown(after)}`, { ...field === undefined ? undefined : { field }, hint });
}

/** The same for a value without parts. */
export function requireSame(before: unknown, after: unknown, at: Path, code: string, ctx: UpdateContext, options?: Immutable): void {
  if (before !== after) {
    reportImmutable(before, after, at, code, ctx, options);
  }
}

/** The last field of a path. */
function nameOf(at: Path): string {
  const name = at.keys().at(-1);
  return typeof name === 'string' ? name : at.toString();
}

const shown = (value: unknown): string => value === undefined ? 'unset' : show(value);
