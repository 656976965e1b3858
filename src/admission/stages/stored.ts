import { convertBack } from './convert';
import { dropDisabledFields } from './drop-disabled';
import { serverJson } from './encode';
import { Kind, kindFacts } from '../../k8s/kinds';
import type { Context } from '../context';
import type { Decoding } from '../decode/decode';
import type { Emptied, NormalObject } from '../decode/normal';
import { planOfKind } from '../kinds';
import { Report } from '../report';

/**
 * A decoded and defaulted object as the server stores it. Left out is what no manifest can tell: the status, generated names, uids and times,
 * addresses, the selector of a Job, and what admission plugins add to a pod by what the cluster has: its account's token, its priority.
 *
 * @param updated what the update does to the object; absent for a new one
 */
export function storedJson({ object, emptied }: Pick<Decoding, 'object' | 'emptied'>, { kind, type, minor, cluster }: Omit<Context, 'report'>, updated?: Updated): object {
  // What is found on the way was reported by the review.
  const context: Context = { report: new Report(), minor, kind, type, cluster };
  const given = object!;
  const converted = convertBack(given, context);
  const prepared = updated === undefined ? created(converted, context) : updated(converted);
  const finished = withWhatConversionFills(prepared, kind, type);
  return serverJson(finished, type, minor, emptied === undefined ? undefined : moved(emptied, given, finished));
}

/** What an update makes of an object before it is stored. */
export type Updated = (object: NormalObject) => NormalObject;

function created(object: NormalObject, context: Context): NormalObject {
  const plan = planOfKind(context.kind as Kind);
  const admitted = context.cluster?.admit(object, context) ?? object;
  const kept = dropDisabledFields(admitted, context.kind, context) as NormalObject;
  const completed = (context.cluster === undefined ? plan.complete?.(kept) : plan.settle?.(kept, context)) ?? kept;
  return plan.prepare?.(completed, context) ?? completed;
}

/** The fields that come from the conversion to the server's own form and back. */
function withWhatConversionFills(object: NormalObject, kind: string, type: string): NormalObject {
  const { apiVersion: preferred, also = {} } = kindFacts(kind)!;
  const apiVersion = Object.keys(also).find((version) => also[version] === type) ?? preferred;
  const { status: _, metadata, ...rest } = object;
  const { managedFields: __, ...meta } = (metadata ?? {}) as NormalObject;
  return withFilledIn({ ...rest, apiVersion, ...(metadata === undefined ? undefined : { metadata: meta }) }, kind);
}

/** The fields of the spec that have a value after that conversion. */
export function withFilledIn(object: NormalObject, kind: string): NormalObject {
  const { template } = kindFacts(kind)!;
  const filled: NormalObject = { ...object };
  const spec = filled.spec as NormalObject | undefined;
  if (kind === 'StatefulSet' && Array.isArray(spec?.volumeClaimTemplates)) {
    const claims = (spec.volumeClaimTemplates as NormalObject[]).map((claim) => ({ ...claim, apiVersion: 'v1', kind: 'PersistentVolumeClaim' }));
    filled.spec = { ...spec, volumeClaimTemplates: claims };
  }
  const strategy = spec?.updateStrategy as NormalObject | undefined;
  if (kind === 'DaemonSet' && strategy?.rollingUpdate !== undefined) {
    const rollingUpdate = { maxUnavailable: 0, maxSurge: 0, ...strategy.rollingUpdate as NormalObject };
    filled.spec = { ...spec, updateStrategy: { ...strategy, rollingUpdate } };
  }
  return template === undefined ? filled : withAccount(filled, template, 0, kind);
}

/** Both names of the service account; in a Pod, a grace period that can be. */
function withAccount(object: NormalObject, way: readonly string[], step: number, kind: string): NormalObject {
  if (step < way.length) {
    const inner = object[way[step]] as NormalObject | undefined;
    return inner === undefined ? object : { ...object, [way[step]]: withAccount(inner, way, step + 1, kind) };
  }
  const spec = object.spec as NormalObject | undefined;
  if (spec === undefined) {
    return object;
  }
  const account = spec.serviceAccountName ?? spec.serviceAccount;
  const seconds = spec.terminationGracePeriodSeconds;
  return {
    ...object,
    spec: {
      ...spec,
      ...(account === undefined ? undefined : { serviceAccountName: account, serviceAccount: account }),
      ...(kind === 'Pod' && typeof seconds === 'number' && seconds < 0 ? { terminationGracePeriodSeconds: 1 } : undefined),
    },
  };
}

/** The empty lists and maps that the server writes, by the structs that took the place of those that had them. */
export function moved(emptied: Emptied, from: object, to: object): Emptied {
  const all = new Map(emptied);
  follow(from, to, all);
  return all;
}

function follow(from: unknown, to: unknown, emptied: Map<object, readonly string[]>): void {
  if (from === to || typeof from !== 'object' || typeof to !== 'object' || from === null || to === null) {
    return;
  }
  const fields = emptied.get(from);
  if (fields !== undefined) {
    emptied.set(to, fields);
  }
  for (const key of Object.keys(to)) {
    follow((from as NormalObject)[key], (to as NormalObject)[key], emptied);
  }
}
