import type { Case } from '../../../../conformance/cases';

/** A manifest that a case may change. */

export type Manifest = any;

/** What becomes of an object: fields of it, or anything. */
export type Change = object | ((object: Manifest) => unknown);

/** A case for each row, which is named by what it shows: what the old object has, and what the new one changes of it. */
export function updates(minimal: object, rows: { readonly [name: string]: Change | readonly [old: Change, change: Change] }, subresource?: Case['subresource']): Case[] {
  return Object.entries(rows).map(([name, row]) => {
    const [before, change] = Array.isArray(row) ? row as [Change, Change] : [{}, row as Change];
    const old = changed(minimal, before);
    const manifest = changed(old, change) as { status?: unknown };
    delete manifest.status;
    const { kind } = minimal as { kind?: string };
    return { name: `${[kind, subresource].filter(Boolean).join('/')}: ${name}`, old, manifest, ...subresource && { subresource } };
  });
}

function changed(object: object, change: Change): object {
  const made = structuredClone(object);
  if (typeof change === 'function') {
    (change as (object: Manifest) => unknown)(made);
    return made;
  }
  return Object.assign(made, change);
}

/** A minimal object. */
export const minimal = (apiVersion: string, kind: string, rest: object): object => ({ apiVersion, kind, metadata: { name: 'a' }, ...rest });

/** Fields of the spec. */
export const spec = (fields: object) => (object: Manifest): unknown => Object.assign(object.spec ??= {}, fields);
/** Metadata. */
export const meta = (fields: object) => (object: Manifest): unknown => Object.assign(object.metadata, fields);
/** Both, one after the other. */
export const both = (...changes: ((object: Manifest) => unknown)[]) => (object: Manifest): void => changes.forEach((change) => change(object));
/** The metadata of an object that was read from a cluster. */
export const LIVE = { uid: '0f5c1d2e-0000-4000-8000-000000000001', creationTimestamp: '2026-01-01T00:00:00Z', resourceVersion: '1' };
