// What applying a set of manifests over an older one does.
import { Member, Members, membersOf } from './flatten';
import type { ObjectDiff, Reader, SetDiff, SetDiffOptions, SetSummary } from './model';
import { clusterPlaces, Places, roomNotes } from './places';
import { changedKeys, isReadable, Reading, readersOf, Readings } from './readers';
import { renamesOf, renameText } from './renames';
import { ConnectivityDiff, connectivityDiff } from '../../links';
import { identityOf, keyOf, knownKind } from '../../objects/identity';
import { isMap, Json, JsonMap, textAt } from '../../objects/plain';
import { isFromCluster } from '../apply/before';
import { aroundOf } from '../around';
import { impactOfPlain } from '../impact';
import { ImpactKind, weightOf } from '../impacts';
import type { Impact, Note, Settings } from '../model';
import { settingsOf } from '../options';

/** Names in one message. */
const MOST_NAMES = 5;
/** Impacts after which every pod of a workload has been made or restarted again. */
const ALL_NEW: readonly ImpactKind[] = ['restart', 'rollout', 'recreate', 'replace', 'create'];

/**
 * Compares two sets of manifests, such as the output of an app before and after: which objects are created, deleted, changed and unchanged, and
 * what each change does. Objects are the same if group, kind, namespace and name are; a `List` counts as its items. Never throws, whatever it is
 * given, and never changes its input.
 *
 * @param oldSet the manifests that were applied before, or the objects as the cluster has them
 * @param newSet the manifests to apply
 */
export function diff(oldSet: unknown, newSet: unknown, options?: SetDiffOptions): SetDiff {
  const settings = settingsOf(options);
  const fresh = isFresh(options);
  const old = membersOf(fresh ? [] : oldSet, settings.namespace);
  const now = membersOf(newSet, settings.namespace);
  const places = clusterPlaces(old, now, settings, options);
  return new Comparison(old, now, settings, fresh, places).run();
}

function isFresh(options: SetDiffOptions | undefined): boolean {
  try {
    return options?.fresh === true;
  } catch {
    return false;
  }
}

class Comparison {
  private readonly impacts = new Map<string, Impact>();
  #readings?: { readonly old: Readings; readonly now: Readings };

  constructor(
    private readonly old: Members, private readonly now: Members, private readonly settings: Settings, private readonly fresh: boolean,
    private readonly places: Places,
  ) {}

  /** Who reads what, of the workloads that are there before and after: by their old and by their new template. Many comparisons never ask. */
  private get readings(): { readonly old: Readings; readonly now: Readings } {
    const { old, now, settings } = this;
    const readings = (set: Members, other: Members): Readings =>
      new Readings([...set.byKey].filter(([key]) => other.byKey.has(key)).map(([, { object }]) => object), settings.namespace);
    return this.#readings ??= { old: readings(old, now), now: readings(now, old) };
  }

  public run(): SetDiff {
    const { old, now, settings } = this;
    const around = aroundOf([...old.byKey.values(), ...now.byKey.values()].map(({ object }) => object), settings.namespace);
    const keys = [...now.byKey.keys(), ...[...old.byKey.keys()].filter((key) => !now.byKey.has(key))];
    for (const key of keys) {
      const [before, after] = [old.byKey.get(key)?.object, now.byKey.get(key)?.object];
      this.impacts.set(key, impactOfPlain(before, after, settings, around));
    }
    const onlyIn = (one: Members, other: Members): Member[] => [...one.byKey].filter(([key]) => !other.byKey.has(key)).map(([, member]) => member);
    const renames = renamesOf(onlyIn(old, now), onlyIn(now, old));
    const named = keys.map((key) => this.objectDiff(key, renames.get(key)));
    const nameless = now.nameless.map((object) => namelessDiff(object, impactOfPlain(undefined, object, settings, around)));
    const objects = [...named, ...nameless].sort((a, b) => weightOf(b.impact.impact) - weightOf(a.impact.impact));
    const connections = this.connections();
    return {
      objects,
      summary: summaryOf(objects),
      ...connections === undefined ? {} : { connections },
      assumptions: this.assumptions(objects),
      notes: [...old.notes, ...now.notes],
    };
  }

  /** What changes of who can connect to whom. Without policies, everybody can. */
  private connections(): ConnectivityDiff | undefined {
    const [old, now] = [this.old, this.now].map(({ byKey }) => [...byKey.values()]);
    const isSame = [...this.impacts.values()].every(({ impact }) => impact === 'none');
    if (isSame || this.fresh || ![...old, ...now].some(({ object }) => knownKind(object) === 'NetworkPolicy')) {
      return undefined;
    }
    const objectsOf = (members: readonly Member[]): JsonMap[] => members.map(({ object }) => object);
    const { kubernetesVersion, namespace } = this.settings;
    const found = connectivityDiff(objectsOf(old), objectsOf(now), { kubernetesVersion, namespace });
    return found.changes.length === 0 ? undefined : found;
  }

  private objectDiff(key: string, renamed: Member | undefined): ObjectDiff {
    const [before, after] = [this.old.byKey.get(key), this.now.byKey.get(key)];
    const { id, object } = (after ?? before)!;
    const found = this.impacts.get(key)!;
    const action = before === undefined ? 'created' : after === undefined ? 'deleted' : found.impact === 'none' ? 'unchanged' : 'changed';
    const isRead = before !== undefined && isReadable(before.object) && action !== 'unchanged';
    const readers = isRead ? this.readersOf(before.object, after?.object ?? {}) : [];
    const [from, to] = after === undefined ? [id.name, renamed?.id.name] : [renamed?.id.name, id.name];
    const pruned = action === 'deleted' && isReadable(object) ? this.prunedNotes(object) : [];
    const renaming = from === undefined || to === undefined ? undefined
      : { from, to, text: renameText(before?.object ?? renamed!.object, id.kind, from, to) };
    const placement = this.places.get(key);
    const notes = [...found.notes, ...keyNotes(found, object, readers.length > 0), ...pruned, ...action === 'unchanged' ? [] : roomNotes(placement)];
    return {
      action,
      ...id,
      apiVersion: textAt(object, 'apiVersion') ?? '',
      impact: notes.length === found.notes.length ? found : { ...found, notes },
      ...readers.length === 0 ? {} : { readers },
      ...renaming === undefined ? {} : { renaming },
      ...placement === undefined ? {} : { placement },
    };
  }

  private readersOf(before: JsonMap, after: JsonMap): Reader[] {
    const readings = readingsOf(this.readings.now, before);
    return readings.length === 0 ? [] : readersOf(readings, changedKeys(before, after), (workload) => this.isAllNew(workload));
  }

  /** Whether every pod of a workload is made or restarted again. */
  private isAllNew(workload: JsonMap): boolean {
    const id = identityOf(workload, this.settings.namespace);
    const found = id === undefined ? undefined : this.impacts.get(keyOf(id));
    return found !== undefined && ALL_NEW.includes(found.impact);
  }

  /** Pods of the old template restart during a rollout too, and need what only that one names. */
  private prunedNotes(deleted: JsonMap): Note[] {
    const now = readingsOf(this.readings.now, deleted).map(({ workload }) => nameOf(workload));
    const gone = readingsOf(this.readings.old, deleted)
      .filter(({ workload, optional }) => !optional && !now.includes(nameOf(workload)) && this.isAllNew(workload));
    const names = [...new Set(gone.map(({ workload }) => nameOf(workload)))];
    return names.length === 0 ? [] : [{
      code: 'diff/pruned-in-rollout',
      level: 'warning',
      message: `pods of the old template of ${names.slice(0, MOST_NAMES).join(', ')} need it until their rollout has ended: one that restarts before cannot start`,
      hint: 'delete it after the rollout',
    }];
  }

  private assumptions(objects: readonly ObjectDiff[]): string[] {
    const { apply } = this.settings;
    const isLive = this.old.byKey.size > 0 && [...this.old.byKey.values()].every(({ object }) => isFromCluster(object));
    const deleted = objects.some(({ action }) => action === 'deleted');
    return [
      this.fresh ? 'the cluster has none of these objects yet'
        : isLive ? 'OLD is what the cluster has; what it has besides was not looked for' : 'the cluster holds OLD: what others have changed in it since is not known',
      `NEW is applied with kubectl apply${apply === 'server' ? ' --server-side' : ''}`,
      ...deleted ? ['what only OLD has is deleted: kubectl apply alone leaves it in the cluster, tools that prune delete it'] : [],
    ];
  }
}

function readingsOf(readings: Readings, object: JsonMap): readonly Reading[] {
  return readings.of(String(object.kind), textAt(object, 'metadata', 'namespace'), textAt(object, 'metadata', 'name') ?? '');
}

function nameOf(object: JsonMap): string {
  return `${textAt(object, 'kind') ?? ''} ${textAt(object, 'metadata', 'name') ?? ''}`;
}

/** An immutable ConfigMap or Secret under its old name is not read again by kubelets that know it. */
function keyNotes({ impact }: Impact, object: JsonMap, isRead: boolean): Note[] {
  return impact !== 'replace' || !isReadable(object) || !isRead ? [] : [{
    code: 'diff/immutable-under-its-name',
    level: 'warning',
    message: 'deleted and made again under its name, it may serve its old data: a kubelet does not look at an immutable one again while a pod on its node uses it',
    hint: 'give the new content a new name, and name that in the workloads',
  }];
}

function namelessDiff(object: Json, impact: Impact): ObjectDiff {
  const map = isMap(object) ? object : {};
  const [kind, name, namespace] = [textAt(map, 'kind') ?? '', textAt(map, 'metadata', 'generateName'), textAt(map, 'metadata', 'namespace')];
  const apiVersion = textAt(map, 'apiVersion') ?? '';
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return { action: 'created', group, kind, ...namespace === undefined ? {} : { namespace }, name: name === undefined ? '' : `${name}*`, apiVersion, impact };
}

function summaryOf(objects: readonly ObjectDiff[]): SetSummary {
  const count = (action: ObjectDiff['action']): number => objects.filter((one) => one.action === action).length;
  const impacts: { [impact in ImpactKind]?: number } = {};
  for (const { action, impact: { impact } } of objects) {
    if (action !== 'unchanged') {
      impacts[impact] = (impacts[impact] ?? 0) + 1;
    }
  }
  return { created: count('created'), deleted: count('deleted'), changed: count('changed'), unchanged: count('unchanged'), impacts };
}
