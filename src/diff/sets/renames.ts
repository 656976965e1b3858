// Objects that were deleted and created under another name.
import type { Member } from './flatten';
import { keyOf } from '../../objects/identity';
import { isMap, Json, JsonMap, mapAt, mapsAt, own, textAt } from '../../objects/plain';

/** So much of two objects must be the same for one to be the other under a new name. */
const ALIKE = 0.7;
/** Comparing every deleted object with every created one of its kind has its limit. */
const MOST_PAIRS = 2_000;

/** Pairs of a deleted and a created object of one kind and namespace that are alike, by the key of each. */
export function renamesOf(deleted: readonly Member[], created: readonly Member[]): Map<string, Member> {
  const found = new Map<string, Member>();
  const groups = new Map<string, { gone: Member[]; made: Member[] }>();
  const groupOf = ({ id: { group, kind, namespace } }: Member): string => JSON.stringify([group, kind, namespace ?? null]);
  for (const member of deleted) {
    const group = groups.get(groupOf(member)) ?? { gone: [], made: [] };
    group.gone.push(member);
    groups.set(groupOf(member), group);
  }
  created.forEach((member) => groups.get(groupOf(member))?.made.push(member));
  for (const { gone, made } of groups.values()) {
    if (gone.length * made.length <= MOST_PAIRS) {
      match(gone, made, found);
    }
  }
  return found;
}

function match(gone: readonly Member[], made: readonly Member[], found: Map<string, Member>): void {
  const scored = gone.flatMap((old) => made.map((now) => ({ old, now, score: likeness(old, now) }))).filter(({ score }) => score >= ALIKE);
  for (const { old, now } of scored.sort((a, b) => b.score - a.score)) {
    if (!found.has(keyOf(old.id)) && !found.has(keyOf(now.id))) {
      found.set(keyOf(old.id), now);
      found.set(keyOf(now.id), old);
    }
  }
}

/** The share of values that two objects have in common, as they are or with the names of the objects themselves taken for one. */
function likeness(old: Member, now: Member): number {
  return isHashed(old.id.name, now.id.name) ? 1 : Math.max(share(leaves(old), leaves(now)), share(leaves(old, true), leaves(now, true)));
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = new Set([...a, ...b]);
  const shared = [...a].filter((leaf) => b.has(leaf)).length;
  return all.size === 0 ? 1 : shared / all.size;
}

const MOST_LEAVES = 5_000;

function leaves({ object, id: { name } }: Member, nameless = false): Set<string> {
  const found = new Set<string>();
  const visit = (value: Json, path: string): void => {
    if (found.size >= MOST_LEAVES) {
      return;
    }
    if (Array.isArray(value)) {
      value.forEach((item, i) => visit(item, `${path}[${i}]`));
    } else if (isMap(value)) {
      Object.keys(value).forEach((key) => visit(value[key], `${path}.${key}`));
    } else {
      found.add(`${path}=${typeof value === 'string' && nameless ? value.split(name).join('\0') : String(value)}`);
    }
  };
  const { apiVersion: _, kind: __, metadata, status: ___, ...rest } = object;
  visit(rest, '');
  visit({ labels: own(metadata, 'labels') ?? null }, 'metadata');
  return found;
}

/** What a rename costs. */
export function renameText(object: JsonMap, kind: string, from: string, to: string): string {
  switch (kind) {
    case 'PersistentVolumeClaim': return `the new claim is empty: the data stays with '${from}', and is lost with it where the reclaim policy is Delete`;
    case 'StatefulSet': return mapsAt(object, 'spec', 'volumeClaimTemplates').length > 0
      ? `its pods get new claims, which are empty: the data stays in claims of '${from}', such as ${claimOf(object, from)}` : 'all pods stop, and new ones start under new names';
    case 'Service': return `clients of the name '${from}' fail as soon as it is deleted; the new one has another address`;
    case 'Deployment': case 'ReplicaSet': case 'DaemonSet': return `all pods of '${from}' stop, whether those of '${to}' are ready or not`;
    case 'ConfigMap': case 'Secret': return isHashed(from, to)
      ? `the name changes with the content: pods that still run the old template need '${from}' when they restart, so keep it until the rollout has ended` : `pods that still name '${from}' cannot start any more`;
    case 'Namespace': return 'everything in the old namespace is deleted';
    case 'ServiceAccount': return `pods that still name '${from}' cannot be made, and its permissions do not come along`;
    case 'Job': return 'it runs again from the beginning';
    default: return 'the old one is deleted, and a new one is created';
  }
}

function claimOf(object: JsonMap, name: string): string {
  const [template] = mapsAt(object, 'spec', 'volumeClaimTemplates');
  return `${textAt(mapAt(template, 'metadata'), 'name') ?? 'data'}-${name}-0`;
}

/** Whether two names differ in what looks like a hash at the end. */
function isHashed(from: string, to: string): boolean {
  const split = (name: string): readonly [string, string] => [name.slice(0, name.lastIndexOf('-')), name.slice(name.lastIndexOf('-') + 1)];
  const [[a, x], [b, y]] = [split(from), split(to)];
  return a !== '' && a === b && [x, y].every((end) => /^[a-z0-9]{5,64}$/.test(end));
}
