import type { OwnerReference } from '../../k8s';
import { Context } from '../context';
import { Decoded } from '../decode/decoded';
import { NormalObject } from '../decode/normal';
import { Path } from '../path';

type Owner = Decoded<OwnerReference>;

const OWNERS = Path.root.child('metadata').child('ownerReferences');

/** An object without the owners that are listed twice, and which of the manifest's owners are left. */
export interface WithoutDuplicates {
  readonly object: NormalObject;
  readonly left: readonly number[];
}

/** The server drops an owner that is listed again, and warns once. Undefined when there is none. */
export function dropDuplicateOwners(object: NormalObject, ctx: Context): WithoutDuplicates | undefined {
  const metadata = object.metadata as { readonly ownerReferences?: readonly Owner[] } | undefined;
  const owners = metadata?.ownerReferences;
  if (owners === undefined || owners.length < 2) {
    return undefined;
  }
  const seen = new Set<string>();
  const left: number[] = [];
  let duplicate: number | undefined;
  owners.forEach((owner, i) => {
    const key = JSON.stringify([owner.uid, owner.name, owner.kind, owner.apiVersion, owner.controller ?? null, owner.blockOwnerDeletion ?? null]);
    if (seen.has(key)) {
      duplicate ??= i;
    } else {
      left.push(i);
    }
    seen.add(key);
  });
  if (duplicate === undefined) {
    return undefined;
  }
  ctx.report.warning(OWNERS.index(duplicate), 'metadata/owner-duplicate', 'duplicate owner, which the server drops', { field: '', hint: 'remove it' });
  return { object: { ...object, metadata: { ...metadata, ownerReferences: left.map((i) => owners[i]) } }, left };
}

/** Where the manifest has the owner that a finding is about. */
export function ownerPlace(at: Path, left: readonly number[]): Path {
  const index = at.indexIn(OWNERS);
  return index === undefined ? at : at.moved(OWNERS.index(index), OWNERS.index(left[index]));
}
