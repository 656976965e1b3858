import { kindFacts } from '../../k8s/kinds';
import { Context } from '../context';
import type { NormalObject } from '../decode/normal';
import { Path } from '../path';
import { show } from '../report';

type Annotations = { readonly [key: string]: string | undefined };

/** Annotations that were fields once: in its own form of an object, the server has a number for them. */
const NUMBERS: { readonly [kind: string]: { readonly key: string; readonly field: string; readonly mayBeEmpty: boolean } | undefined } = {
  Deployment: { key: 'deprecated.deployment.rollback.to', field: 'rollbackTo', mayBeEmpty: true },
  DaemonSet: { key: 'deprecated.daemonset.template.generation', field: 'templateGeneration', mayBeEmpty: false },
};
/** Annotations of pods and templates that the server forgets. */
const FORGOTTEN = [
  'pod.beta.kubernetes.io/init-containers', 'pod.alpha.kubernetes.io/init-containers',
  'pod.beta.kubernetes.io/init-container-statuses', 'pod.alpha.kubernetes.io/init-container-statuses',
];

/**
 * Converts an object to the server's internal form, as far as that differs from the API's and a rule could notice. Source: conversion.go of
 * k8s.io/kubernetes/pkg/apis/{core,apps}/v1.
 *
 * @returns the object itself when there is nothing to change, else a copy; undefined when there is no such form, which the server
 * takes for an object that it cannot decode
 */
export function convert(object: NormalObject, ctx: Context): NormalObject | undefined {
  const { template } = kindFacts(ctx.kind)!;
  const converted = template === undefined ? object : forgetAnnotations(object, template, 0, Path.root, ctx);
  const number = NUMBERS[ctx.kind];
  return number === undefined ? converted : takeNumber(converted, number.key, number.field, number.mayBeEmpty, ctx);
}

/** Drops the annotations that the server forgets, from the pod or template at the end of the way. */
function forgetAnnotations(object: NormalObject, way: readonly string[], step: number, at: Path, ctx: Context): NormalObject {
  if (step < way.length) {
    const inner = object[way[step]] as NormalObject | undefined;
    const left = inner === undefined ? undefined : forgetAnnotations(inner, way, step + 1, at.child(way[step]), ctx);
    return left === inner ? object : { ...object, [way[step]]: left };
  }
  const annotations = annotationsOf(object);
  const forgotten = annotations === undefined ? [] : FORGOTTEN.filter((key) => Object.hasOwn(annotations, key));
  for (const key of forgotten) {
    ctx.report.dropped(at.child('metadata').child('annotations').key(key), 'dropped/annotation',
      `Kubernetes silently drops the annotation '${key}' since 1.8`, { hint: 'remove it, and write initContainers' });
  }
  return forgotten.length === 0 ? object : without(object, forgotten);
}

/**
 * The object as the server writes it after that conversion: the annotations that it forgets are gone, and those that are numbers are written
 * as it writes numbers.
 */
export function convertBack(object: NormalObject, ctx: Context): NormalObject {
  const { template } = kindFacts(ctx.kind)!;
  const kept = template === undefined ? object : forgetAnnotations(object, template, 0, Path.root, ctx);
  const number = NUMBERS[ctx.kind];
  const text = number === undefined ? undefined : annotationsOf(kept)?.[number.key];
  if (number === undefined || (ctx.kind === 'Deployment' && text === undefined)) {
    return kept;
  }
  if (ctx.kind === 'Deployment' && text === '') {
    return without(kept, [number.key]);
  }
  const given = text !== undefined && isInt64(text) ? BigInt(text.replace(/^\+/, '')) : 0n;
  const written = ctx.kind === 'DaemonSet' && given < 1n ? 1n : given;
  const annotations = { ...annotationsOf(kept), [number.key]: String(written) };
  return { ...kept, metadata: { ...kept.metadata as NormalObject | undefined, annotations } };
}

function takeNumber(object: NormalObject, key: string, field: string, mayBeEmpty: boolean, ctx: Context): NormalObject | undefined {
  const annotations = annotationsOf(object);
  if (annotations === undefined || !Object.hasOwn(annotations, key)) {
    return object;
  }
  const text = annotations[key] ?? '';
  if (text === '' && mayBeEmpty) {
    return object;
  }
  if (!isInt64(text)) {
    ctx.report.badRequest(Path.root.child('metadata').child('annotations').key(key), 'convert/annotation', `the annotation must be an integer, got ${show(text)}`,
      { field: '', hint: 'remove the annotation' });
    return undefined;
  }
  const converted = without(object, [key]);
  return { ...converted, spec: { ...converted.spec as NormalObject | undefined, [field]: Number(text) } };
}

function annotationsOf(object: NormalObject): Annotations | undefined {
  return (object.metadata as NormalObject | undefined)?.annotations as Annotations | undefined;
}

/** A copy that has not these annotations. */
function without(object: NormalObject, keys: readonly string[]): NormalObject {
  const entries = Object.entries(annotationsOf(object)!).filter(([key]) => !keys.includes(key));
  // fromEntries defines its keys, so that one may be __proto__
  return { ...object, metadata: { ...object.metadata as NormalObject, annotations: entries.length === 0 ? undefined : Object.fromEntries(entries) } };
}

function isInt64(text: string): boolean {
  if (!/^[-+]?[0-9]+$/.test(text)) {
    return false;
  }
  const digits = text.replace(/^[-+]?0*/, '');
  return digits.length < 19 || (digits.length === 19 && BigInt(digits) < 2n ** 63n + (text.startsWith('-') ? 1n : 0n));
}
