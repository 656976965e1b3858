import type { Context, Update } from '../context';
import type { NormalObject } from '../decode/normal';
import type { Path } from '../path';

/** The context of an update. */
export type UpdateContext = Context & { readonly update: Update };

/** The old object as one sort of cluster has it. */
export interface InCluster {
  readonly old: NormalObject;
  /** What the storage of the kind does before its registry sees the new object. Undefined, with findings, where the server stops. */
  readonly begin?: (object: NormalObject, old: NormalObject, ctx: UpdateContext) => NormalObject | undefined;
}

/**
 * What an update of a kind does beyond what it does of all, in this order. `old` is the object as the server has stored it, in the same form
 * as the new one. No part changes the objects that it is given: what is different is a copy.
 */
export interface UpdatePlan {
  /** `full`: `validate` has every rule of update. */
  readonly coverage: 'full' | 'partial';
  /**
   * Takes over from the old object what the cluster filled in (addresses, the node, the volume of a claim) and the new manifest says
   * nothing about: whoever applies a manifest leaves that as it is.
   */
  readonly keep?: (object: NormalObject, old: NormalObject, ctx: UpdateContext) => NormalObject;
  /**
   * The old object with what different clusters give it, such as addresses. What one of them accepts is accepted; the findings are those of
   * the first. At least one; by default an object is the same in all.
   */
  readonly inClusters?: (old: NormalObject, ctx: Omit<Context, 'report'>) => Iterable<InCluster>;
  /** What plugins and registry (PrepareForUpdate) do to the new object before it is validated. */
  readonly prepare?: (object: NormalObject, old: NormalObject, ctx: UpdateContext) => NormalObject;
  /**
   * The rules of update, and those of create that the server applies on update too. The rules of all metadata are not among them: see
   * metadata.ts. What is reported twice counts once.
   */
  readonly validate: (object: NormalObject, old: NormalObject, ctx: UpdateContext) => void;
  /** The server's warnings about an update that it accepts. */
  readonly warn?: (object: NormalObject, old: NormalObject, ctx: UpdateContext) => void;
  /** Where the new manifest has what is at a place of the object that the rules see. By default it is the same. */
  readonly placeOf?: (at: Path, manifest: NormalObject) => Path;
  /** The stored object without what a cluster was assumed to give it, and none of the manifests, the new one first, says. */
  readonly forget?: (object: NormalObject, manifests: readonly (NormalObject | undefined)[]) => NormalObject;
  /** Whether the level of pod security is looked at: by default it is. */
  readonly isForPodSecurity?: (object: NormalObject, old: NormalObject, ctx: UpdateContext) => boolean;
}
