import { Subject, Unusable } from './received';
import type * as k8s from '../k8s';
import { kindFacts } from '../k8s/kinds';

/** A pod, or the pod template of an object. */
export interface PodTemplate {
  readonly metadata?: k8s.ObjectMeta;
  readonly spec: k8s.PodSpec;
}

/** The role of a container in its pod. */
export type Role = 'container' | 'init container' | 'sidecar' | 'ephemeral container';

/** A container and its place. */
export interface PlacedContainer {
  readonly pod: PodView;
  readonly container: any;
  readonly name: string;
  readonly role: Role;
  /** The place in the object: `spec.template.spec.containers[0]`. */
  readonly at: string;
}

/** The pod of an object. */
export interface PodView {
  readonly subject: Subject;
  readonly template: PodTemplate;
  /** The place of the pod in the object: `spec.template`; empty for a Pod. */
  readonly at: string;
  /** The same as data. */
  readonly keys: readonly string[];
  readonly containers: readonly PlacedContainer[];
}

const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;
/** Where objects of unknown kinds, such as an Argo Rollout, may have a pod template. */
const USUAL = [['spec', 'template'], ['spec', 'jobTemplate', 'spec', 'template']];

/** The pods of all objects, in their order; at least one. */
export function podsOf(subjects: readonly Subject[]): readonly PodView[] {
  const pods = subjects.flatMap((subject) => podOfSubject(subject) ?? []);
  if (pods.length === 0) {
    throw new Unusable(`No pod was given, only ${listed(subjects.map(({ label }) => label))}.`);
  }
  return pods;
}

/** The pod of one object, if it has one. */
export function podOfSubject(subject: Subject): PodView | undefined {
  const { manifest, problem } = subject;
  if (problem !== undefined) {
    throw new Unusable(`${subject.label} has no manifest to look at:\n\n${problem}`);
  }
  const way = templateWay(manifest);
  const template = way?.reduce((value, step) => Object(value)[step], manifest);
  if (way === undefined || typeof template !== 'object' || template === null) {
    return undefined;
  }
  const containers: PlacedContainer[] = [];
  const at = way.join('.');
  const pod: PodView = { subject, template, at, keys: way, containers };
  for (const list of LISTS) {
    for (const [index, container] of items(template.spec?.[list]).entries()) {
      const name = typeof container?.name === 'string' ? container.name : '';
      if (subject.container === undefined || subject.container.name === name) {
        containers.push({ pod, container, name, role: roleOf(list, container), at: [...way, 'spec', `${list}[${index}]`].join('.') });
      }
    }
  }
  return pod;
}

function templateWay(manifest: any): readonly string[] | undefined {
  const { apiVersion, kind } = Object(manifest);
  const facts = typeof kind === 'string' ? kindFacts(kind) : undefined;
  if (facts !== undefined && facts.apiVersion === apiVersion) {
    return facts.template;
  }
  return USUAL.find((way) => Array.isArray([...way, 'spec', 'containers'].reduce((value, step) => Object(value)[step], manifest)));
}

function roleOf(list: (typeof LISTS)[number], container: any): Role {
  switch (list) {
    case 'containers': return 'container';
    case 'ephemeralContainers': return 'ephemeral container';
    default: return container?.restartPolicy === 'Always' ? 'sidecar' : 'init container';
  }
}

/** The items of a value that should be a list. */
export function items(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}

/** `a, b and 7 others`. */
export function listed(names: readonly string[], most = 8): string {
  const shown = names.length <= most + 1 ? names : [...names.slice(0, most), `${names.length - most} others`];
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}
