import { reportImmutable, updatesOf } from './base';
import type * as k8s from '../../../k8s';
import type { Decoded } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import { planOfKind } from '../../kinds';
import { Path } from '../../path';
import { sameMaps } from '../changes';
import type { UpdateContext, UpdatePlan } from '../update-plan';

type Map = { readonly [key: string]: string | undefined };

const IMMUTABLE = Path.root.child('immutable');
const MOUNTABLE = 'kubernetes.io/enforce-mountable-secrets';

/** A ConfigMap. Source: ValidateConfigMapUpdate of pkg/apis/core/validation. */
export const configMapUpdate: UpdatePlan = updatesOf('ConfigMap', {
  validate: (object: Decoded<k8s.ConfigMap>, old: Decoded<k8s.ConfigMap>, ctx) => validateImmutable(object, old, ['data', 'binaryData'], 'config-map/immutable', ctx),
});

/** A Secret. Source: ValidateSecretUpdate of pkg/apis/core/validation. */
export const secretUpdate: UpdatePlan = updatesOf('Secret', {
  validate: (object: Decoded<k8s.Secret>, old: Decoded<k8s.Secret>, ctx) => {
    if (object.type !== old.type) {
      reportImmutable(old.type, object.type, Path.root.child('type'), 'secret/type-immutable', ctx);
    }
    validateImmutable(object, old, ['data'], 'secret/immutable', ctx);
  },
});

/** A ServiceAccount: the annotation is warned about once, when it is added. */
export const serviceAccountUpdate: UpdatePlan = updatesOf('ServiceAccount', {
  warn: (object, old, ctx) => {
    if (!Object.hasOwn((old.metadata as Decoded<k8s.ObjectMeta> | undefined)?.annotations ?? {}, MOUNTABLE)) {
      planOfKind('ServiceAccount').warn?.(object, ctx);
    }
  },
});

/** What is immutable stays so, with all of its data. */
function validateImmutable(object: NormalObject, old: NormalObject, fields: readonly string[], code: string, ctx: UpdateContext): void {
  if (old.immutable !== true) {
    return;
  }
  const hint = 'create a new one under another name, and use that: what is immutable cannot be made mutable again';
  if (object.immutable !== true) {
    reportImmutable(true, object.immutable, IMMUTABLE, code, ctx, { type: 'forbidden', hint });
  }
  for (const field of fields) {
    const [before, after] = [old[field], object[field]] as (Map | undefined)[];
    if (!sameMaps(before, after)) {
      ctx.report.forbidden(Path.root.child(field), code, `${field} of an immutable ${ctx.kind} cannot change: ${changed(before ?? {}, after ?? {})}`, { hint });
    }
  }
}

const MOST = 3;

/** Which keys are different; the values may be secret. */
function changed(before: Map, after: Map): string {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => own(before, key) !== own(after, key));
  const named = keys.slice(0, MOST).map((key) => `'${key.length > 40 ? `${key.slice(0, 39)}…` : key}' is ${!Object.hasOwn(before, key) ? 'new' : !Object.hasOwn(after, key) ? 'gone' : 'different'}`);
  return `${named.join(', ')}${keys.length > MOST ? ` and ${keys.length - MOST} more` : ''}`;
}

const own = (map: Map, key: string): string | undefined => Object.hasOwn(map, key) ? map[key] ?? '' : undefined;
