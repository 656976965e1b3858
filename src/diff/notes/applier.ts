// What an apply makes of the two files that neither of them says.
import { at, isMap, Json, JsonMap, mapAt, mapsAt, numberAt, own, textAt } from '../../objects/plain';
import { hasTwins } from '../apply/client';
import { keyOfItem } from '../apply/server';
import type { Around } from '../around';
import type { Applier, Note } from '../model';
import { itemShape, rootShape, Shape, shapeUnder } from '../schema';

/** A change with all that the traps of an apply depend on. */
export interface Applying {
  readonly old: JsonMap;
  readonly wanted: JsonMap;
  /** What the server gets. */
  readonly sent: JsonMap;
  /** The object before and after, as the server stores it. */
  readonly before: JsonMap;
  readonly after: JsonMap;
  readonly type: string | undefined;
  readonly apply: Applier;
  readonly unknownBefore: boolean;
}

/** The traps of an apply. */
export function applierNotes(applying: Applying, around: Around): Note[] {
  return [replicasNotes(applying, around), ...[lostNotes, stringDataNotes, pullPolicyNotes, unknownNotes].map((notes) => notes(applying))].flat();
}

/** Without `replicas` in the file, the server fills in 1, whatever an autoscaler has set. */
function replicasNotes({ old, wanted, before, after }: Applying, { autoscalerOf }: Around): Note[] {
  const [from, to] = [before, after].map((object) => numberAt(object, 'spec', 'replicas'));
  if (at(old, 'spec', 'replicas') === undefined || (at(wanted, 'spec', 'replicas') ?? null) !== null || to !== 1 || from === undefined || from === 1) {
    return [];
  }
  const autoscaler = autoscalerOf(wanted, textAt(wanted, 'metadata', 'namespace'));
  const then = autoscaler === undefined ? 'keep replicas in the file, or scale right after' : 'before this apply, take replicas out of what kubectl remembers: kubectl apply edit-last-applied';
  return [{
    code: 'diff/replicas-reset',
    level: 'warning',
    at: 'spec.replicas',
    message: `replicas is no longer in the file: this apply scales from ${from} to 1${autoscaler === undefined ? '' : `, until autoscaler '${autoscaler}' scales up again`}`,
    hint: then,
  }];
}

/** Items of lists that the merge of `kubectl apply` loses, since it looks at one field of them only. */
function lostNotes({ old, wanted, sent, type, apply }: Applying): Note[] {
  if (apply !== 'client' || !(hasTwins(old, rootShape(type)) || hasTwins(wanted, rootShape(type)))) {
    return [];
  }
  const lost: { at: string; shown: string; by: string }[] = [];
  findLost(wanted, sent, rootShape(type), '', lost);
  return lost.slice(0, 10).map(({ at: place, shown, by }) => ({
    code: 'diff/lost-in-merge',
    level: 'warning' as const,
    at: place,
    message: `kubectl apply merges this list by ${by} alone, and loses ${shown}`,
    hint: 'use kubectl apply --server-side, or kubectl replace',
  }));
}

function findLost(wanted: JsonMap, sent: JsonMap, shape: Shape, place: string, lost: { at: string; shown: string; by: string }[]): void {
  for (const key of Object.keys(wanted)) {
    const [value, got] = [wanted[key], own(sent, key)];
    const inner = shapeUnder(shape, key);
    const where = place === '' ? key : `${place}.${key}`;
    if (isMap(value) && isMap(got)) {
      findLost(value, got, inner, where, lost);
    } else if (Array.isArray(value) && inner.keys !== undefined) {
      const list = Array.isArray(got) ? got.filter(isMap) : [];
      const there = new Map(list.map((item) => [keyOfItem(item, inner.keys!), item]));
      value.filter(isMap).forEach((item) => {
        const found = there.get(keyOfItem(item, inner.keys!));
        const shown = inner.keys!.map((name) => own(item, name)).filter((one) => one !== undefined).map((one: Json | undefined) => String(one)).join('/');
        if (found === undefined) {
          lost.push({ at: where, shown, by: inner.keys![0] });
        } else {
          findLost(item, found, itemShape(inner), `${where}[${shown}]`, lost);
        }
      });
    }
  }
}

/** What was written as `stringData` is stored as `data`, which an apply does not connect with the file. */
function stringDataNotes({ old, wanted, after }: Applying): Note[] {
  if (after.kind !== 'Secret') {
    return [];
  }
  const [was, is] = [mapAt(old, 'stringData'), { ...mapAt(wanted, 'data'), ...mapAt(wanted, 'stringData') }];
  const stay = Object.keys(was).filter((key) => !Object.hasOwn(is, key) && own(mapAt(after, 'data'), key) !== undefined);
  return stay.slice(0, 10).map((key) => ({
    code: 'diff/string-data-stays',
    level: 'warning' as const,
    at: `data.${key}`,
    message: `key '${key}' was written in stringData: it stays in the Secret although the file no longer has it`,
    hint: 'remove it with kubectl patch, or write the Secret with data',
  }));
}

/** The pull policy that the server filled in for one image stays for the next. */
function pullPolicyNotes({ wanted, after }: Applying): Note[] {
  const template = after.kind === 'Pod' ? ['spec'] : after.kind === 'CronJob' ? ['spec', 'jobTemplate', 'spec', 'template', 'spec'] : ['spec', 'template', 'spec'];
  return ['initContainers', 'containers'].flatMap((list) => {
    const written = new Map(mapsAt(wanted, ...template, list).map((container) => [textAt(container, 'name'), container]));
    return mapsAt(after, ...template, list).flatMap((container) => {
      const file = written.get(textAt(container, 'name'));
      const [image, policy] = [textAt(container, 'image') ?? '', textAt(container, 'imagePullPolicy')];
      if (file === undefined || at(file, 'imagePullPolicy') !== undefined || !isLatest(image) || policy !== 'IfNotPresent') {
        return [];
      }
      const name = textAt(container, 'name') ?? '';
      return [{
        code: 'diff/pull-policy-stays',
        level: 'warning' as const,
        at: `${template.join('.')}.${list}[${name}].imagePullPolicy`,
        message: 'imagePullPolicy stays IfNotPresent, which the server filled in for an image with a fixed tag: nodes that have this image do not pull it again',
        hint: 'write imagePullPolicy: Always, or use a fixed tag',
      }];
    });
  });
}

function isLatest(image: string): boolean {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return image !== '' && !image.includes('@') && (!name.includes(':') || name.endsWith(':latest'));
}

function unknownNotes({ unknownBefore, apply }: Applying): Note[] {
  return !unknownBefore ? [] : [{
    code: 'diff/unknown-before',
    level: 'info',
    message: apply === 'client' ? 'the object does not say what was applied before: fields that the new file does not have stay'
      : 'the object does not say which fields belong to kubectl: fields that the new file does not have stay',
    ...apply === 'client' ? {} : { hint: 'read it with kubectl get --show-managed-fields' },
  }];
}
