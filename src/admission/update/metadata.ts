import type { UpdateContext } from './update-plan';
import type * as k8s from '../../k8s';
import { kindFacts } from '../../k8s/kinds';
import type { Decoded, Mutable } from '../decode/decoded';
import type { NormalObject } from '../decode/normal';
import { pathSegmentName } from '../formats/names';
import { parseTime } from '../formats/time';
import { Path } from '../path';
import { show } from '../report';
import { validateObjectMeta } from '../rules/metadata/metadata';

type Meta = Decoded<k8s.ObjectMeta>;

const METADATA = Path.root.child('metadata');

/** What a manifest need not say again: whoever updates an object sends it as he read it. */
const KEPT = ['name', 'namespace', 'uid'] as const;
/** What the server takes from the old object, whatever is written. */
const COPIED = ['generation', 'creationTimestamp', 'resourceVersion', 'managedFields', 'selfLink'] as const;

/** A copy of the new object with the metadata that the old one decides. Source: BeforeUpdate of k8s.io/apiserver/pkg/registry/rest. */
export function keepMetadata(object: NormalObject, old: NormalObject): NormalObject {
  const was: Meta = old.metadata ?? {};
  const metadata: Mutable<Meta> = { ...object.metadata as Meta | undefined };
  for (const field of KEPT) {
    metadata[field] ??= was[field];
  }
  const target = metadata as NormalObject;
  for (const field of COPIED) {
    target[field] = (was as NormalObject)[field];
  }
  metadata.deletionTimestamp = was.deletionTimestamp ?? metadata.deletionTimestamp;
  metadata.deletionGracePeriodSeconds ??= was.deletionGracePeriodSeconds;
  return { ...object, metadata };
}

/** The rules for the metadata of every update. Source: ValidateObjectMetaAccessorUpdate of k8s.io/apimachinery/pkg/api/validation. */
export function validateMetadataUpdate(object: NormalObject, old: NormalObject, ctx: UpdateContext): void {
  const meta: Meta = object.metadata ?? {};
  const was: Meta = old.metadata ?? {};
  const namespaced = kindFacts(ctx.kind)?.clusterScoped !== true;
  validateObjectMeta(meta, METADATA, ctx, { nameRule: pathSegmentName, namespaced, generalOnly: true });
  if (was.deletionTimestamp !== undefined) {
    const added = meta.finalizers?.filter((finalizer) => was.finalizers?.includes(finalizer) !== true) ?? [];
    if (added.length > 0) {
      ctx.report.forbidden(METADATA.child('finalizers'), 'metadata/finalizers-of-deleted',
        `finalizers cannot be added to an object that is being deleted, got ${added.map(show).join(', ')}`);
    }
  }
  if (meta.uid !== was.uid && was.uid !== undefined) {
    ctx.report.invalid(METADATA.child('uid'), 'metadata/uid-immutable', `uid cannot change: it is ${show(was.uid)}, got ${show(meta.uid)}`, { hint: 'remove uid' });
  }
  if (!sameTimes(meta.deletionTimestamp, was.deletionTimestamp)) {
    ctx.report.invalid(METADATA.child('deletionTimestamp'), 'metadata/deletion-immutable', 'deletionTimestamp cannot be set: the server sets it when the object is deleted',
      { hint: 'remove deletionTimestamp' });
  }
  if (meta.deletionGracePeriodSeconds !== was.deletionGracePeriodSeconds) {
    ctx.report.invalid(METADATA.child('deletionGracePeriodSeconds'), 'metadata/deletion-immutable',
      'deletionGracePeriodSeconds cannot be set: the server sets it when the object is deleted', { hint: 'remove deletionGracePeriodSeconds' });
  }
}

function sameTimes(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(parseTime(a)) === JSON.stringify(parseTime(b)));
}
