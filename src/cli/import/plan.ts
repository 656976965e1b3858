import { Carrier, Escape, Fitting, isStruct, isText, Key, Narrowing, own, placeText, Struct } from './fit';
import { FLAT_KINDS, FlatFacts } from './flat-kinds';
import { ContainerPlan, PodPlan, podProblem } from './pod';
import { sameJson } from '../../admission/formats/same-json';
import { labelValue, SELECTOR_LABEL } from '../../constructs/plain/naming';
import { kindFacts } from '../../k8s/kinds';

/** An object that becomes a construct of this library. */
export interface TypedPlan {
  readonly kind: string;
  readonly metadata: Struct;
  /** The fields of its spec, without the pod template; of a kind with a `base`, all its props. */
  readonly spec: Struct;
  /** Of a kind without pods: the type whose fields are its props. */
  readonly base?: string;
  /** Of a CronJob: metadata and spec of the jobs' template. */
  readonly job?: { readonly metadata?: Struct; readonly spec: Struct };
  /** Metadata and spec of the pod or its template, without containers and volumes. */
  readonly template?: { readonly metadata?: Struct; readonly spec: Struct };
  readonly pod?: PodPlan;
  readonly escapes: readonly Escape[];
  /** A ReplicationController that leaves its selector to the server. */
  readonly unselected?: true;
}

/** With more patches than this, a construct would be more patches than props. */
const MOST_ESCAPES = 5;

const SELECTING = ['ReplicationController', 'ReplicaSet', 'Deployment', 'StatefulSet', 'DaemonSet'];

const HANDLERS: Narrowing = { livenessProbe: 'nothing', readinessProbe: 'nothing', startupProbe: 'nothing', lifecycle: 'nothing' };
const INIT: Narrowing = { ...HANDLERS, restartPolicy: ['Never', 'OnFailure'] };
const SPEC: Narrowing = {
  replicas: (value) => Number.isInteger(value) && value >= 0,
  serviceName: isText,
};
const POD: Narrowing = {
  ephemeralContainers: 'nothing',
  imagePullSecrets: (value) => !Array.isArray(value) || value.every((secret) => own(secret, 'name') !== ''),
};
const PODS: { readonly [kind: string]: Narrowing } = {
  Pod: POD,
  PodTemplate: POD,
  Job: { ...POD, restartPolicy: ['OnFailure', 'Never'] },
  CronJob: { ...POD, restartPolicy: ['OnFailure', 'Never'] },
};
const KEPT_RUNNING: Narrowing = { ...POD, activeDeadlineSeconds: 'nothing', restartPolicy: ['Always'] };

/** Why no construct can be made of an object. Thrown and caught only in this file. */
class NotTyped extends Error {}

/** Plans an object as a construct of this library, or says why it cannot be one; undefined when no construct makes its kind and version. */
export function planTyped(
  manifest: Struct, metadata: Struct, metadataEscapes: readonly Escape[], comments?: Carrier,
): TypedPlan | string | undefined {
  const kind = manifest.kind as string;
  if (kindFacts(kind)?.apiVersion !== manifest.apiVersion) {
    return undefined;
  }
  try {
    const planner = new Planner(kind, manifest, comments);
    return Object.hasOwn(FLAT_KINDS, kind) ? planner.planFlat(FLAT_KINDS[kind], metadata, metadataEscapes) : planner.plan(metadata, metadataEscapes);
  } catch (e) {
    if (e instanceof NotTyped) {
      return e.message;
    }
    throw e;
  }
}

class Planner {
  private readonly fitting: Fitting;

  public constructor(private readonly kind: string, private readonly manifest: Struct, private readonly comments?: Carrier) {
    this.fitting = new Fitting(comments);
  }

  public plan(metadata: Struct, metadataEscapes: readonly Escape[]): TypedPlan {
    const { kind } = this;
    const at = kindFacts(kind)?.template;
    const main = kind === 'PodTemplate' ? 'template' : 'spec';
    this.refuseBeside(this.manifest, ['apiVersion', 'kind', 'metadata', main, 'status'], []);
    let template = at && this.template(at);
    const spec = main === 'spec' && kind !== 'Pod' ? this.spec() : {};
    const job = kind === 'CronJob' ? this.job() : undefined;
    const claims = spec.volumeClaimTemplates as Struct[] | undefined;
    const pod = template && { ...template.pod, ...(claims === undefined ? {} : { claims }) };
    const problem = pod && podProblem(pod);
    if (problem !== undefined) {
      throw new NotTyped(problem);
    }
    const unselected = SELECTING.includes(kind) && this.select(metadata, spec, template?.metadata);
    if (SELECTING.includes(kind) && spec.selector === undefined && Object.keys(template?.metadata ?? { kept: true }).length === 0) {
      template = { ...template!, metadata: undefined }; // its only label was the library's own
    }
    return {
      kind,
      metadata,
      spec,
      escapes: this.escapes(metadataEscapes),
      ...(job === undefined ? {} : { job }),
      ...(template === undefined ? {} : { template: { metadata: template.metadata, spec: template.spec }, pod }),
      ...(unselected ? { unselected } : {}),
    };
  }

  /** Plans an object whose construct takes the fields of one type as its props. */
  public planFlat({ base, spec, required = [] }: FlatFacts, metadata: Struct, metadataEscapes: readonly Escape[]): TypedPlan {
    const { fitting, kind, manifest } = this;
    const path = spec === undefined ? [] : ['spec'];
    if (spec !== undefined) {
      this.refuseBeside(manifest, ['apiVersion', 'kind', 'metadata', 'spec'], []);
    }
    const without = spec === 'optional' && (own(manifest, 'spec') ?? undefined) === undefined;
    const given = spec === undefined ? this.omit(manifest, 'apiVersion', 'kind', 'metadata') : without ? {} : this.mapAt(['spec']);
    const before = fitting.escapes.length;
    const props = this.struct(given, base, path, {}, ['metadata']);
    const missing = required.find((name) => props[name] === undefined);
    if (missing !== undefined) {
      throw new NotTyped(`${placeText([...path, missing])} is missing or does not fit the types`);
    }
    if (spec === 'optional' && !without && Object.keys(props).length === 0) {
      fitting.escapes.splice(before, fitting.escapes.length, { path, value: given, why: 'has nothing that is a prop' });
    }
    return { kind, metadata, spec: props, base, escapes: this.escapes(metadataEscapes) };
  }

  private escapes(metadataEscapes: readonly Escape[]): readonly Escape[] {
    const escapes = [...metadataEscapes, ...this.fitting.escapes];
    if (escapes.length > MOST_ESCAPES) {
      throw new NotTyped(`${escapes.length} of its fields do not fit the types, such as ${placeText(escapes[0].path)}, which ${escapes[0].why}`);
    }
    return escapes;
  }

  private spec(): Struct {
    const { kind } = this;
    const spec = this.mapAt(['spec']);
    const without = kind === 'CronJob' ? 'jobTemplate' : 'template';
    return this.struct(kind === 'Service' ? spec : this.omit(spec, without), `${kind}Spec`, ['spec'], SPEC, [without, 'selector']);
  }

  private job(): { metadata?: Struct; spec: Struct } {
    const at = ['spec', 'jobTemplate'];
    this.refuseBeside(this.mapAt(at), ['metadata', 'spec'], at);
    const spec = this.struct(this.omit(this.mapAt([...at, 'spec']), 'template'), 'JobSpec', [...at, 'spec'], { selector: 'nothing' }, ['template']);
    return { ...this.metadata(at), spec };
  }

  private template(at: readonly string[]): { metadata?: Struct; spec: Struct; pod: PodPlan } {
    const { kind } = this;
    if (at.length > 0) {
      this.refuseBeside(this.mapAt(at), ['metadata', 'spec'], at);
    }
    const path = [...at, 'spec'];
    const given = this.mapAt(path);
    const narrowing = Object.hasOwn(PODS, kind) ? PODS[kind] : KEPT_RUNNING;
    const fitting = this.struct(this.omit(given, 'containers', 'initContainers'), 'PodSpec', path, narrowing, ['containers']);
    if ((kind === 'Job' || kind === 'CronJob') && fitting.restartPolicy === undefined) {
      throw new NotTyped('the restartPolicy of a job\'s pods is OnFailure or Never');
    }
    const { volumes, ...spec } = fitting as { volumes?: Struct[] };
    const initContainers = this.containers(given, [...path, 'initContainers'], true);
    const containers = this.containers(given, [...path, 'containers'], false);
    const empty = Array.isArray(given.initContainers) && initContainers.length === 0 ? { initContainers: [] } : {};
    return {
      ...(at.length > 0 ? this.metadata(at) : {}),
      spec: this.carry(fitting, { ...spec, ...empty }),
      pod: { containers: [...initContainers, ...containers], ...(volumes === undefined ? {} : { volumes }) },
    };
  }

  private containers(pod: Struct, path: readonly Key[], init: boolean): ContainerPlan[] {
    const field = init ? 'initContainers' : 'containers';
    const value = pod[field];
    if (value === undefined || value === null) {
      return [];
    }
    if (!Array.isArray(value)) {
      throw new NotTyped(`${placeText(path)} is not a list`);
    }
    return value.map((container, i) => {
      const sidecar = init && own(container, 'restartPolicy') === 'Always';
      const fitting = new Fitting(this.comments);
      const fit = fitting.struct(sidecar ? this.omit(container as Struct, 'restartPolicy') : container, 'Container', [], init && !sidecar ? INIT : {});
      if (fit === undefined) {
        throw new NotTyped(`${placeText([...path, i])} ${fitting.why}`);
      }
      if (fitting.escapes.length > MOST_ESCAPES) {
        throw new NotTyped(`${fitting.escapes.length} fields of ${placeText([...path, i])} do not fit the types`);
      }
      return { construct: sidecar ? 'Sidecar' : init ? 'InitContainer' : 'Container', value: fit, escapes: fitting.escapes, places: [...i === 0 ? [[pod, field] as const] : [], [value, i]] };
    });
  }

  /** Leaves out the selector that the library makes by itself; true when there is none at all. */
  private select(metadata: Struct, spec: Struct, template: Struct | undefined): boolean {
    const labels = own(template, 'labels') as Struct | undefined;
    if (spec.selector === undefined) {
      const given = own(this.manifest.spec, 'selector');
      if (this.kind !== 'ReplicationController' || (given !== undefined && given !== null) || Object.keys(labels ?? {}).length === 0) {
        throw new NotTyped('it has no selector that fits the types, so the construct would generate one');
      }
      return true;
    }
    const ours = { [SELECTOR_LABEL]: labelValue(this.kind.toLowerCase(), String(metadata.name)) };
    const selector = this.kind === 'ReplicationController' ? ours : { matchLabels: ours };
    if (isText(metadata.name) && labels?.[SELECTOR_LABEL] === ours[SELECTOR_LABEL] && sameJson(spec.selector, selector)) {
      delete spec.selector;
      delete labels[SELECTOR_LABEL];
      if (Object.keys(labels).length === 0) {
        delete template!.labels;
      }
    }
    return false;
  }

  /** The metadata of a template. */
  private metadata(at: readonly string[]): { metadata?: Struct } {
    const metadata = own(at.reduce<unknown>((value, key) => own(value, key), this.manifest), 'metadata');
    return metadata === undefined || metadata === null ? {} : { metadata: this.struct(metadata, 'ObjectMeta', [...at, 'metadata']) };
  }

  private struct(value: unknown, type: string, path: readonly Key[], narrowing: Narrowing = {}, elsewhere: readonly string[] = []): Struct {
    const fit = this.fitting.struct(value, type, path, narrowing, elsewhere);
    if (fit === undefined) {
      throw new NotTyped(`${path.length === 0 ? 'it' : placeText(path)} ${this.fitting.why}`);
    }
    return fit;
  }

  private mapAt(path: readonly string[]): Struct {
    const value = path.reduce<unknown>((struct, key) => own(struct, key), this.manifest);
    if (!isStruct(value)) {
      throw new NotTyped(`${placeText(path)} ${value === undefined || value === null ? 'is missing' : 'is not a map'}`);
    }
    return value;
  }

  /** Fields that no type has, beside those that it has. */
  private refuseBeside(struct: Struct, known: readonly string[], path: readonly string[]): void {
    for (const [key, value] of Object.entries(struct)) {
      if (key === '__proto__') {
        throw new NotTyped(`${placeText(path)} has the key '__proto__'`);
      }
      if (!known.includes(key) && value !== null && value !== undefined) {
        this.fitting.escapes.push({ path: [...path, key], value, why: 'is not a field of the API' });
      }
    }
  }

  private omit(struct: Struct, ...keys: readonly string[]): Struct {
    return this.carry(struct, Object.fromEntries(Object.entries(struct).filter(([key]) => !keys.includes(key))));
  }

  private carry<T extends object>(from: object, to: T): T {
    return this.comments?.carry(from, to) ?? to;
  }
}
