// The pods of an app, and who is selected by what.
import { LabelMap, LabelRequirement, LabelSelection, labelValue, selectsLabels } from '../../admission/formats/label-selector';
import { nearest } from '../../admission/formats/nearest';
import { Path } from '../../admission/path';
import { kindFacts } from '../../k8s/kinds';
import { JsonMap, mapAt, mapsAt, textAt } from '../../objects/plain';
import { labelsOf } from '../../objects/selects';
import type { AppObject } from '../model';
import { addTo } from './group';
import { labelsOfControllers } from './made-labels';

/** The pods of one workload, or one Pod: they are alike in what links need. */
export interface AppPods {
  readonly of: AppObject;
  readonly namespace: string;
  /** The labels of the template; a controller adds its own. */
  readonly labels: LabelMap;
  /** The place of the labels. */
  readonly labelsAt: Path;
  /** The place of the template, or of the Pod: empty. */
  readonly at: Path;
  /** The spec of the template as it is written. */
  readonly spec: JsonMap;
  /** Volumes that a StatefulSet replaces by claims of its own, by name. */
  readonly claimVolumes: ReadonlySet<string>;
}

/** The pods of an object; undefined for one that has none, and for one that cannot be read. */
export function podsOfObject(of: AppObject): AppPods | undefined {
  const way = of.kind === undefined || of.kind === 'PodTemplate' || of.unreadable ? undefined : kindFacts(of.kind)?.template;
  if (way === undefined || of.id.namespace === undefined) {
    return undefined;
  }
  const at = way.reduce((path, step) => path.child(step), Path.root);
  const template = mapAt(of.object, ...way);
  return { of, namespace: of.id.namespace, labels: labelsOf(mapAt(template, 'metadata', 'labels')), labelsAt: at.child('metadata').child('labels'), at, spec: mapAt(template, 'spec'), claimVolumes: claimVolumesOf(of) };
}

/** Stands for all namespaces: no namespace is called so. */
const ANYWHERE = '*';
/** Pods that are compared with a selector that selects none. */
const MOST_COMPARED = 200;

function claimVolumesOf({ kind, object }: AppObject): ReadonlySet<string> {
  return kind === 'StatefulSet' ? new Set(mapsAt(object, 'spec', 'volumeClaimTemplates').map((claim) => textAt(claim, 'metadata', 'name') ?? '')) : NONE;
}

const NONE: ReadonlySet<string> = new Set();

/** Pods that a selector was probably meant for: with their value of the label that differs. */
export interface NearPods {
  readonly pods: AppPods;
  readonly label: string;
  readonly value: string;
}

/** Finds pods by selectors. A selector with labels costs no more than the pods that have one of them; equal selectors are answered once. */
export class PodIndex {
  private readonly byNamespace = new Map<string, AppPods[]>();
  private readonly byLabel = new Map<string, AppPods[]>();
  private readonly answers = new Map<string, readonly AppPods[]>();

  constructor(public readonly all: readonly AppPods[]) {
    for (const pods of all) {
      for (const namespace of [pods.namespace, ANYWHERE]) {
        addTo(this.byNamespace, namespace, pods);
        for (const [key, value] of Object.entries(pods.labels)) {
          addTo(this.byLabel, labelKey(namespace, key, value ?? ''), pods);
        }
      }
    }
  }

  /** The namespaces with pods. */
  public get namespaces(): readonly string[] {
    return [...this.byNamespace.keys()].filter((namespace) => namespace !== ANYWHERE);
  }

  /** The pods of a namespace. */
  public in(namespace: string): readonly AppPods[] {
    return this.byNamespace.get(namespace) ?? [];
  }

  /** The pods of a namespace that a selector selects. One without requirements selects all. */
  public select(namespace: string, selection: LabelSelection): readonly AppPods[] {
    const question = JSON.stringify([namespace, selection]);
    let answer = this.answers.get(question);
    if (answer === undefined) {
      answer = this.candidates(namespace, selection).filter((pods) => selectsPods(selection, pods));
      this.answers.set(question, answer);
    }
    return answer;
  }

  /** The pods that a selector selects, in whatever namespace. */
  public selectAnywhere(selection: LabelSelection): readonly AppPods[] {
    return this.select(ANYWHERE, selection);
  }

  /** Pods of a namespace that all labels of a selector fit but one, which is spelt much alike. */
  public almost(namespace: string, { matchLabels = {} }: LabelSelection): NearPods | undefined {
    const wanted = Object.keys(matchLabels);
    for (const pods of this.in(namespace).slice(0, MOST_COMPARED)) {
      const wrong = wanted.filter((label) => labelValue(pods.labels, label) !== labelValue(matchLabels, label));
      const value = wrong.length === 1 ? labelValue(pods.labels, wrong[0]) : undefined;
      if (value !== undefined && nearest(labelValue(matchLabels, wrong[0]) ?? '', [value]) !== undefined) {
        return { pods, label: wrong[0], value };
      }
    }
    return undefined;
  }

  /** The fewest pods that one label of the selector leaves. */
  private candidates(namespace: string, { matchLabels = {}, matchExpressions = [] }: LabelSelection): readonly AppPods[] {
    const wanted = [
      ...Object.entries(matchLabels).map(([key, value]) => ({ key, values: [value] })),
      ...matchExpressions.filter(({ operator }) => operator === 'In').map(({ key = '', values = [] }) => ({ key, values })),
    ].filter(({ key }) => !labelsOfControllers.has(key));
    let fewest = this.in(namespace);
    for (const { key, values } of wanted) {
      const lists = [...new Set(values)].map((value) => this.byLabel.get(labelKey(namespace, key, value ?? '')) ?? []);
      if (lists.reduce((sum, list) => sum + list.length, 0) < fewest.length) {
        fewest = lists.length === 1 ? lists[0] : lists.flat();
      }
    }
    return fewest;
  }
}

/** Whether a selector selects pods, some of them at least: labels that their controller adds are taken for what they can be. */
export function selectsPods(selection: LabelSelection, { labels, of }: AppPods): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selection;
  const asked = [...Object.keys(matchLabels), ...matchExpressions.map(({ key = '' }) => key)].filter((key) => labelsOfControllers.has(key));
  if (asked.length === 0) {
    return selectsLabels(selection, labels);
  }
  const made: { [key: string]: string } = {};
  for (const key of asked) {
    const value = labelsOfControllers.get(key)!(of.kind ?? '', of.id.name, wantedValue(selection, key));
    if (labelValue(labels, key) === undefined && value !== undefined) {
      made[key] = value;
    }
  }
  return selectsLabels(selection, { ...labels, ...made });
}

/** A value that a selector takes for a label. */
function wantedValue({ matchLabels = {}, matchExpressions = [] }: LabelSelection, key: string): string | undefined {
  const expression = matchExpressions.find((one: LabelRequirement) => one.key === key && one.operator === 'In');
  return labelValue(matchLabels, key) ?? expression?.values?.[0];
}

function labelKey(namespace: string, key: string, value: string): string {
  return `${namespace}\n${key}\n${value}`;
}
