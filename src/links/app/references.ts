// Every place where an object names another one.
import { AppPods } from './pods';
import { Path } from '../../admission/path';
import type { Identity } from '../../objects/identity';
import { isMap, Json, JsonMap, mapsAt, textAt } from '../../objects/plain';
import type { AppObject } from '../model';

/** A key that is asked of a ConfigMap or Secret, and the place that asks. */
export interface AskedKey {
  readonly key: string;
  readonly at: Path;
}

/** What the one who names it wants of the other: the word on an edge. */
export type Relation = 'reads' | 'mounts' | 'pulls with' | 'runs as' | 'uses' | 'scales' | 'routes to' | 'grants' | 'is governed by';

/** One object names another. */
export interface Reference {
  readonly from: AppObject;
  /** The place of the name. */
  readonly at: Path;
  readonly to: Identity;
  readonly relation: Relation;
  /** It can do without. */
  readonly optional: boolean;
  /** The keys that it cannot do without, of a ConfigMap or Secret. */
  readonly keys: readonly AskedKey[];
}

/** What an object names, in the order of its manifest. */
export function referencesOf(from: AppObject, pods: AppPods | undefined): Reference[] {
  return pods === undefined ? [] : referencesOfPods(from, pods);
}

const CONTAINERS = ['initContainers', 'containers', 'ephemeralContainers'];

function referencesOfPods(from: AppObject, { spec, at, namespace }: AppPods): Reference[] {
  const found: Reference[] = [];
  const place = at.child('spec');
  const add = (kind: 'ConfigMap' | 'Secret', ref: Json | undefined, way: Path, relation: Relation, keys: readonly AskedKey[] = [], field = 'name'): void => {
    const name = textAt(ref, field);
    if (name !== undefined) {
      found.push({ from, at: way.child(field), to: { group: '', kind, namespace, name }, relation, optional: isMap(ref) && ref.optional === true, keys });
    }
  };
  for (const list of CONTAINERS) {
    mapsAt(spec, list).forEach((container, i) => environment(container, place.child(list).index(i), add));
  }
  return found;
}

type Add = (kind: 'ConfigMap' | 'Secret', ref: Json | undefined, way: Path, relation: Relation, keys?: readonly AskedKey[], field?: string) => void;

function environment(container: JsonMap, at: Path, add: Add): void {
  mapsAt(container, 'env').forEach((variable, i) => {
    const from = at.child('env').index(i).child('valueFrom');
    for (const [field, kind] of [['configMapKeyRef', 'ConfigMap'], ['secretKeyRef', 'Secret']] as const) {
      const ref = isMap(variable.valueFrom) ? variable.valueFrom[field] : undefined;
      const key = textAt(ref, 'key');
      add(kind, ref, from.child(field), 'reads', key === undefined ? [] : [{ key, at: from.child(field).child('key') }]);
    }
  });
  mapsAt(container, 'envFrom').forEach((source, i) => {
    const from = at.child('envFrom').index(i);
    add('ConfigMap', source.configMapRef, from.child('configMapRef'), 'reads');
    add('Secret', source.secretRef, from.child('secretRef'), 'reads');
  });
}
