// One place where an object names another one.
import { Path } from '../../admission/path';
import type { Identity } from '../../objects/identity';
import { Json, JsonMap, textAt } from '../../objects/plain';
import type { AppObject } from '../model';

/** A key that is asked of a ConfigMap or Secret, and the place that asks. */
export interface AskedKey {
  readonly key: string;
  readonly at: Path;
}

/** What the one who names it wants of the other: the word on an edge. */
export type Relation = 'reads' | 'mounts' | 'pulls with' | 'runs as' | 'uses' | 'scales' | 'routes to' | 'serves with' | 'grants' | 'grants to' | 'calls';

/** One object names another. */
export interface Reference {
  readonly from: AppObject;
  /** The place of the name. */
  readonly at: Path;
  readonly to: Identity;
  readonly relation: Relation;
  /** It can do without. */
  readonly optional?: boolean;
  /** The keys that it cannot do without, of a ConfigMap or Secret. */
  readonly keys?: readonly AskedKey[];
  /** The types that a Secret must have. */
  readonly types?: readonly string[];
}

/** Takes a reference without the one who makes it. */
export type Add = (reference: Omit<Reference, 'from'>) => void;

/** The types of Secrets that images are pulled with. */
export const PULL_TYPES = ['kubernetes.io/dockerconfigjson', 'kubernetes.io/dockercfg'];

interface NamedOptions extends Pick<Reference, 'optional' | 'types' | 'keys'> {
  readonly base?: Path;
}

/** A reference by a name that stands somewhere, if it stands there. */
export function named(
  add: Add, { group, kind, namespace }: Omit<Identity, 'name'>, value: Json | undefined, way: readonly string[], relation: Relation, { base = Path.root, ...rest }: NamedOptions = {},
): void {
  const name = textAt(value, ...way);
  if (name !== undefined && namespace !== '') {
    const to = { group, kind, ...namespace === undefined ? {} : { namespace }, name };
    add({ at: way.reduce((path, step) => path.child(step), base), to, relation, ...rest });
  }
}

/** What a claim, or the template of one, names. */
export function ofClaim(claim: JsonMap, namespace: string, base: Path, add: Add): void {
  named(add, { group: 'storage.k8s.io', kind: 'StorageClass' }, claim, ['spec', 'storageClassName'], 'uses', { base });
  named(add, { group: '', kind: 'PersistentVolume' }, claim, ['spec', 'volumeName'], 'uses', { base });
  if (textAt(claim, 'spec', 'dataSource', 'kind') === 'PersistentVolumeClaim') {
    named(add, { group: '', kind: 'PersistentVolumeClaim', namespace }, claim, ['spec', 'dataSource', 'name'], 'uses', { base });
  }
}
