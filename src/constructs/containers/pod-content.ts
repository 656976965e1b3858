import { ApiObject, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { ClaimTemplates, MountedVolumes, plainCopy } from './mounted-volumes';
import { ContainerList, PodContainer } from './pod-container';
import { renderContainer } from './render-container';
import * as k8s from '../../k8s';
import { fail } from '../bridge/attach';
import { marked, POD_CONTENT } from '../bridge/marks';
import { sharedProps } from '../plain/given';
import { Keys, Writer } from '../plain/keys';
import { lateNameOf } from '../plain/late-name';
import { Misuse, misuseText } from '../plain/misuse';
import { INamed } from '../plain/named';
import { PlainProblem, toPlain } from '../plain/reader';
import { dependOnReferences, nameOf } from '../plain/references';
import { Rendering } from '../plain/rendering';
import { sameData } from '../plain/same-data';
import { claimTemplateOf, PodVolume } from '../values/pod-volume';

const NO_PATCHES: readonly JsonPatch[] = [];
const LISTS: ContainerList[] = ['initContainers', 'containers', 'ephemeralContainers'];
const NAME_FIELDS: readonly (readonly [field: string, kind: string])[] = [
  ['serviceAccountName', 'ServiceAccount'], ['priorityClassName', 'PriorityClass'], ['runtimeClassName', 'RuntimeClass'],
];

/** The pod that a construct has in it, if it is a Pod or a workload of this library, of whatever copy. */
export function podContentOf(construct: unknown): PodContent | undefined {
  return marked(construct, POD_CONTENT);
}

/** The Pod or workload that a container belongs to. */
export function podObjectOf(container: Construct): ApiObject {
  return container.node.scopes.reverse().find((scope): scope is ApiObject => podContentOf(scope) !== undefined)!;
}

/** Adds a container to the pod that its scope belongs to. */
export function attachToPod(container: PodContainer): PodContent {
  for (let scope = container.node.scope; scope !== undefined; scope = scope.node.scope) {
    const content = podContentOf(scope);
    if (content) {
      content.addContainer(container);
      return content;
    }
  }
  const kind = container.constructor.name;
  return fail(`${container.node.path}: the scope of ${kind} '${container.name}' must be a pod, a workload or a construct inside of one, got '${container.node.scope?.node.path}'`,
    `use new ${kind}(pod, '${container.name}', …) with a Pod, Deployment or other workload`);
}

/** The pod inside a Pod or workload: literals of the props first, then constructs in order of creation. */
export class PodContent {
  private readonly containers: PodContainer[] = [];
  private readonly volumes: MountedVolumes;
  /** Volumes that were added after construction. */
  private readonly added: k8s.Volume[] = [];
  private containerPatches?: { name: string; ops: JsonPatch[] }[];

  /**
   * @param owner the Pod or workload
   * @param props metadata and the fields of the pod spec
   * @param at where the pod template stands in the manifest: `[]` in a Pod, `['spec', 'template']` in a Deployment
   */
  constructor(
    private readonly owner: ApiObject,
    private readonly props: any,
    public readonly at: readonly string[],
    claimTemplates: ClaimTemplates = 'refused',
  ) {
    (owner as any)[POD_CONTENT] = this;
    this.volumes = new MountedVolumes(owner, () => [...items(props.volumes), ...this.added], claimTemplates);
    for (const list of LISTS) {
      for (const literal of items(props[list])) {
        this.use(literal, `${list} '${literal?.name}' in the props`);
      }
    }
    const template = items(props.volumes).find((v) => claimTemplateOf(v) !== undefined);
    if (template) {
      fail(`${owner.node.path}: volumes: the volume claim template '${template.name}' is not allowed in volumes`,
        'remove it: it is added by the volumeMounts of the container that mounts it');
    }
    dependOnReferences(owner, [...items(props.volumes), ...items(props.imagePullSecrets), ...NAME_FIELDS.map(([field]) => props[field])]);
  }

  /** Refuses a second container of the name, and adds the volumes that the container mounts. */
  public addContainer(container: PodContainer): void {
    const other = this.containers.find((c) => c.name === container.name);
    const list = LISTS.find((l) => items(this.props[l]).some((c: any) => c?.name === container.name));
    if (other || list) {
      const first = other ? `'${other.node.path}'` : `one in the props (${list})`;
      fail(`${container.node.path}: duplicate container name '${container.name}': the pod '${this.owner.node.path}' already has ${first}`, 'use another id');
    }
    this.use(container._props, container.node.path);
    this.containers.push(container);
  }

  /** Adds a volume that no container has to mount. */
  public addVolume(volume: k8s.Volume): void {
    if (claimTemplateOf(volume) !== undefined) {
      fail(`${this.owner.node.path}: addVolume: '${volume.name}' is a volume claim template, which comes with the mount of a container`,
        "container.addVolumeMount(volume.mount('/data'))");
    }
    const other = [...items(this.props.volumes), ...this.added].find((v) => v?.name === volume?.name) ?? this.volumes.named(volume?.name);
    if (other === volume || (other !== undefined && sameData({ ...other }, { ...volume }))) {
      return;
    }
    if (other !== undefined) {
      fail(`${this.owner.node.path}: addVolume: the pod has another volume named '${volume.name}'`, 'give one of them another name');
    }
    this.added.push(volume);
    dependOnReferences(this.owner, [volume]);
  }

  /** The volumes of the manifest, before patches. */
  public plainVolumes(): k8s.Volume[] {
    const rendering = new Rendering(this.owner);
    return toPlain(this.render(rendering).spec.volumes, rendering, []) ?? [];
  }

  /** The containers that were added as constructs, in order of creation. */
  public get constructs(): PodContainer[] {
    return [...this.containers];
  }

  /** Patches one container, wherever it stands. */
  public patchContainer(name: string, ops: JsonPatch[]): void {
    (this.containerPatches ??= []).push({ name, ops });
  }

  /** Brings the volumes into the pod that a container mounts, and lets the pod be written after what the container refers to. */
  public use(container: any, by: string): void {
    this.volumes.addFrom(container?.volumeMounts, by);
    this.volumes.addFrom(container?.volumeDevices, by);
    const { env } = container ?? {};
    if (Array.isArray(env)) {
      dependOnReferences(this.owner, env.map((e: any) => e?.valueFrom));
    } else if (env !== undefined && env !== null) {
      // The items of a list that was spread into a map are variables.
      dependOnReferences(this.owner, Object.values(env).map((e: any) => e?.valueFrom ?? e));
    }
    dependOnReferences(this.owner, items(container?.envFrom));
  }

  /** The ephemeral containers that were added as constructs. */
  public get ephemeral(): PodContainer[] {
    return this.containers.filter((c) => c._list() === 'ephemeralContainers');
  }

  /** `metadata` and `spec` of the pod (template), as the user wrote them. */
  public render(rendering: Rendering): { metadata?: any; spec: any } {
    const { metadata } = this.props;
    const spec: any = {};
    for (const field in this.props) {
      if (field !== 'metadata') {
        spec[field] = this.props[field];
      }
    }
    for (const [field, kind] of NAME_FIELDS) {
      if (isNamed(spec[field])) {
        spec[field] = nameOf(spec[field], `${this.owner.node.path}: ${field}`, kind);
      }
    }
    if (spec.imagePullSecrets !== undefined) {
      spec.imagePullSecrets = this.renderSecrets(rendering.resolved(spec.imagePullSecrets));
    }
    for (const list of ['containers', 'initContainers'] as const) {
      const rendered = this.renderList(list, rendering);
      if (rendered.length > 0 || Array.isArray(spec[list])) {
        spec[list] = rendered;
      }
    }
    if (spec.volumes !== undefined) {
      spec.volumes = rendering.resolved(spec.volumes);
    }
    const mounted = this.mounted(false, rendering);
    if (this.added.length + mounted.length > 0 || Array.isArray(spec.volumes)) {
      const volumes = [...items(spec.volumes), ...this.added, ...mounted];
      spec.volumes = volumes.length > 0 ? volumes.map(plainCopy) : spec.volumes;
    }
    this.refuseUnknownPatches(spec, rendering);
    return metadata === undefined ? { spec } : { metadata, spec };
  }

  private renderSecrets(secrets: any): any {
    return !Array.isArray(secrets) ? secrets : secrets.map((secret: any) =>
      typeof secret === 'string' || isNamed(secret) ? { name: nameOf(secret, `${this.owner.node.path}: imagePullSecrets`, 'Secret') } : secret);
  }

  private renderList(list: 'containers' | 'initContainers', rendering: Rendering): any[] {
    const at = [...this.at, 'spec', list];
    const rendered: any[] = [];
    for (const item of items(rendering.resolved(this.props[list]))) {
      const literal = rendering.resolved(item);
      // What is no container at all is an error of the list that it stands in.
      rendered.push(typeof literal !== 'object' || literal === null || Construct.isConstruct(literal) ? literal
        : renderContainer({ ...literal }, this.patchesOf(literal.name), at, rendered.length, rendering));
    }
    for (const container of this.containers) {
      if (container._list() === list) {
        rendered.push(renderContainer(container._literal(), this.patchesOf(container.name, container), at, rendered.length, rendering));
      }
    }
    return rendered;
  }

  /** The patches of a container: by construct, then by name. */
  private patchesOf(name: unknown, container?: PodContainer): readonly JsonPatch[] {
    const own = container?._patches() ?? NO_PATCHES;
    return this.containerPatches === undefined ? own
      : [...own, ...this.containerPatches.filter((patch) => patch.name === name).flatMap(({ ops }) => ops)];
  }

  /** An ephemeral container as plain data, for the patch of its pod. */
  public plainContainer(container: PodContainer): any {
    const rendering = new Rendering(this.owner);
    const problems: PlainProblem[] = [];
    const literal = renderContainer(container._literal(), this.patchesOf(container.name, container), [], undefined, rendering);
    const plain = toPlain(literal, rendering, problems);
    const { path } = container.node;
    const errors: { text: string; hint?: string }[] = [
      ...[...rendering.misuses, ...problems].map((misuse) => ({ text: `${path}: ${misuseText(misuse)}`, hint: misuse.hint })),
      ...container._problemsIn(this.render(new Rendering(this.owner)).spec).map((misuse) => ({ text: misuseText(misuse), hint: misuse.hint })),
    ];
    if (errors.length === 1) {
      fail(errors[0].text, errors[0].hint);
    }
    if (errors.length > 0) {
      fail(errors.map(({ text, hint }) => hint === undefined ? text : `${text}\n    fix: ${hint}`).join('\n'));
    }
    return plain;
  }

  /** The ports of the containers that run as long as the pod, sidecars included. */
  public declaredPorts(): k8s.ContainerPort[] {
    const rendering = new Rendering(this.owner);
    return this.running(rendering).flatMap((c) => items(toPlain(c?.ports, rendering, [])));
  }

  /** The containers that run as long as the pod, sidecars included. */
  public runningContainers(): k8s.Container[] {
    const rendering = new Rendering(this.owner);
    return items(toPlain(this.running(rendering), rendering, []));
  }

  private running(rendering: Rendering): any[] {
    const { spec } = this.render(rendering);
    return [...items(spec.containers), ...items(spec.initContainers).filter((c) => c?.restartPolicy === 'Always')];
  }

  /** Wrong uses that only the finished pod spec shows. */
  public problems(spec: any): Misuse[] {
    const misuses: Misuse[] = [];
    for (const container of this.containers) {
      misuses.push(...container._problemsIn(spec), ...sharedProps(container));
    }
    return misuses;
  }

  /** The claim templates that containers mount, for a StatefulSet. */
  public claims(rendering: Rendering): any[] {
    return this.mounted(true, rendering).map(claimTemplateOf);
  }

  /** The container construct that wrote a place of the manifest, and the field in it. */
  public writerOf(keys: Keys): Writer | undefined {
    const base = [...this.at, 'spec'];
    const [list, index, ...field] = keys.slice(base.length);
    if (base.some((k, i) => keys[i] !== k) || typeof index !== 'number' || typeof list !== 'string') {
      return undefined;
    }
    const constructs = this.containers.filter((c) => c._list() === list);
    const writer = constructs[index - items(new Rendering(this.owner).resolved(this.props[list])).length];
    return writer === undefined ? undefined : { construct: writer, keys: field };
  }

  private refuseUnknownPatches(spec: any, { misuses }: Rendering): void {
    for (const { name } of this.containerPatches ?? []) {
      const all = [...(spec.containers ?? []), ...(spec.initContainers ?? []), ...this.ephemeral.map((c) => c._literal())];
      if (!all.some((c: any) => c?.name === name)) {
        const known = all.map((c: any) => `'${c?.name}'`).join(', ') || 'none';
        misuses.push({ message: `patchContainer('${name}'): the pod has no container with this name; it has ${known}` });
      }
    }
  }

  /** Volumes that come into the pod by being mounted: those that the props do not name already. */
  private mounted(claimTemplate: boolean, rendering: Rendering): PodVolume[] {
    return this.volumes.missing(claimTemplate, () => [...items(rendering.resolved(this.props.volumes)), ...this.added]);
  }
}

function items(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}

function isNamed(value: unknown): value is INamed {
  return typeof value === 'object' && value !== null && !('resolve' in value) && !('produce' in value)
    && (lateNameOf(value) !== undefined || typeof (value as INamed).name === 'string');
}
