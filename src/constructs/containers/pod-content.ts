import { ApiObject, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { envList } from './env';
import { ClaimTemplates, MountedVolumes, plainCopy } from './mounted-volumes';
import { ContainerList, PodContainer } from './pod-container';
import { mark, marked, POD_CONTENT } from '../bridge/marks';
import { fieldPath, Keys, Writer } from '../plain/keys';
import { Misuse, misuseText } from '../plain/misuse';
import { INamed } from '../plain/named';
import { applyPatches } from '../plain/patches';
import { PlainProblem, toPlain } from '../plain/reader';
import { dependOnReferences, nameOf } from '../plain/references';
import { resolveToken } from '../plain/tokens';
import { claimTemplateOf, PodVolume } from '../values/pod-volume';

const LISTS: ContainerList[] = ['initContainers', 'containers', 'ephemeralContainers'];
const NAME_FIELDS: readonly (readonly [field: string, kind: string])[] = [
  ['serviceAccountName', 'ServiceAccount'], ['priorityClassName', 'PriorityClass'], ['runtimeClassName', 'RuntimeClass'],
];

/** The pod that a construct has in it, if it is a Pod or a workload of this library, of whatever copy. */
export function podContentOf(construct: unknown): PodContent | undefined {
  return marked(construct, POD_CONTENT);
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
  throw new Error(`${container.node.path}: the scope of a ${kind} is the pod it belongs to, and '${container.node.scope?.node.path}' `
    + `belongs to none; write new ${kind}(pod, '${container.name}', …) with a Pod, Deployment or other workload`);
}

/** The pod inside a Pod or workload: literals of the props first, then constructs in order of creation. */
export class PodContent {
  private readonly containers: PodContainer[] = [];
  private readonly volumes: MountedVolumes;
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
    mark(owner, POD_CONTENT, this);
    this.volumes = new MountedVolumes(owner, props, claimTemplates);
    for (const list of LISTS) {
      for (const literal of items(props[list])) {
        this.use(literal, `${list} '${literal?.name}' in the props`);
      }
    }
    const template = items(props.volumes).find((v) => claimTemplateOf(v) !== undefined);
    if (template) {
      throw new Error(`${owner.node.path}: volumes: '${template.name}' is a volume claim template; leave it out there, it comes with the `
        + 'volumeMounts of the container that mounts it');
    }
    dependOnReferences(owner, [...items(props.volumes), ...items(props.imagePullSecrets), ...NAME_FIELDS.map(([field]) => props[field])]);
  }

  /** Refuses a second container of the name, and adds the volumes that the container mounts. */
  public addContainer(container: PodContainer): void {
    const other = this.containers.find((c) => c.name === container.name);
    const list = LISTS.find((l) => items(this.props[l]).some((c: any) => c?.name === container.name));
    if (other || list) {
      const first = other ? `'${other.node.path}'` : `one in the props (${list})`;
      throw new Error(`${container.node.path}: the pod '${this.owner.node.path}' has two containers named '${container.name}', `
        + `this one and ${first}; give one of them another id`);
    }
    this.use(container._props, container.node.path);
    this.containers.push(container);
  }

  /** Patches one container, wherever it stands. */
  public patchContainer(name: string, ops: JsonPatch[]): void {
    (this.containerPatches ??= []).push({ name, ops });
  }

  /** The ephemeral containers that were added as constructs. */
  public get ephemeral(): PodContainer[] {
    return this.containers.filter((c) => c._list() === 'ephemeralContainers');
  }

  /** `metadata` and `spec` of the pod (template), as the user wrote them; what is wrong is added to `errors`. */
  public render(errors: Misuse[] = []): { metadata?: any; spec: any } {
    const { metadata } = this.props;
    const spec: any = {};
    for (const field of Object.keys(this.props)) {
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
      const secrets = this.resolved(spec.imagePullSecrets);
      spec.imagePullSecrets = !Array.isArray(secrets) ? secrets : secrets.map((s: any) =>
        typeof s === 'string' || isNamed(s) ? { name: nameOf(s, `${this.owner.node.path}: imagePullSecrets`, 'Secret') } : s);
    }
    for (const list of ['containers', 'initContainers'] as const) {
      const rendered = this.renderList(list, errors);
      if (rendered.length > 0 || Array.isArray(spec[list])) {
        spec[list] = rendered;
      }
    }
    if (spec.volumes !== undefined) {
      spec.volumes = this.resolved(spec.volumes);
    }
    const mounted = this.mounted(false);
    if (mounted.length > 0 || Array.isArray(spec.volumes)) {
      const volumes = [...items(spec.volumes), ...mounted];
      spec.volumes = volumes.length > 0 ? volumes.map(plainCopy) : spec.volumes;
    }
    this.refuseUnknownPatches(spec, errors);
    return metadata === undefined ? { spec } : { metadata, spec };
  }

  /** One container as the manifest has it, from a literal that may be changed. */
  private renderContainer(container: any, patches: JsonPatch[] | undefined, keys: Keys, errors: Misuse[]): any {
    const { name } = container;
    const wrong = (message: string, ...field: string[]) => errors.push({ who: `container '${name}'`, message, keys: [...keys, ...field] });
    if (container.env !== undefined) {
      container.env = envList(container.env, (value) => this.resolved(value), (message) => wrong(message, 'env'));
    }
    this.plainMounts(container, 'volumeMounts');
    this.plainMounts(container, 'volumeDevices');
    if (patches === undefined && this.containerPatches === undefined) {
      return container;
    }
    const ops = [...patches ?? [], ...(this.containerPatches ?? []).filter((p) => p.name === name).flatMap((p) => p.ops)];
    if (ops.length === 0) {
      return container;
    }
    const problems: PlainProblem[] = [];
    const plain = toPlain(container, this.owner, problems);
    if (problems.length > 0) {
      return container; // reported with their place when the whole pod is made plain
    }
    try {
      const patched = applyPatches(plain, ops, this.owner, problems);
      problems.forEach((p) => wrong(`${fieldPath(p.keys)}: ${p.message}`));
      return patched;
    } catch (e) {
      wrong(`a JSON patch does not apply: ${String((e as Error).message).split('\n', 1)[0]}`);
      return container;
    }
  }

  private plainMounts(container: any, field: 'volumeMounts' | 'volumeDevices'): void {
    const given = container[field];
    if (given !== undefined) {
      const mounts = this.resolved(given);
      if (Array.isArray(mounts)) {
        container[field] = mounts.map(plainCopy);
      }
    }
  }

  /** The value of a token, such as a Lazy; other values as they are. */
  private resolved(value: any): any {
    return typeof value === 'object' && value !== null ? resolveToken(value, this.owner) : value;
  }

  /** An ephemeral container as plain data, for the patch of its pod. */
  public plainContainer(container: PodContainer): any {
    const problems: PlainProblem[] = [];
    const found: Misuse[] = [];
    const plain = toPlain(this.renderContainer(container._literal(), container._patches(), [], found), this.owner, problems);
    const errors = [
      ...[...found, ...problems].map((misuse) => `${container.node.path}: ${misuseText(misuse)}`),
      ...container._problemsIn(this.render().spec).map(misuseText),
    ];
    if (errors.length > 0) {
      throw new Error(errors.join('\n'));
    }
    return plain;
  }

  /** The ports of the containers that run as long as the pod, sidecars included. */
  public declaredPorts(): { name?: string; containerPort: number; protocol?: string }[] {
    const { spec } = this.render();
    const running = [...items(spec.containers), ...items(spec.initContainers).filter((c) => c?.restartPolicy === 'Always')];
    return running.flatMap((c) => items(c?.ports));
  }

  /** Wrong uses that only the finished pod spec shows. */
  public problems(spec: any): Misuse[] {
    return this.containers.flatMap((container) => container._problemsIn(spec));
  }

  /** The claim templates that containers mount, for a StatefulSet. */
  public claims(): any[] {
    return this.mounted(true).map(claimTemplateOf);
  }

  /** The container construct that wrote a place of the manifest, and the field in it. */
  public writerOf(keys: Keys): Writer | undefined {
    const base = [...this.at, 'spec'];
    const [list, index, ...field] = keys.slice(base.length);
    if (base.some((k, i) => keys[i] !== k) || typeof index !== 'number' || typeof list !== 'string') {
      return undefined;
    }
    const constructs = this.containers.filter((c) => c._list() === list);
    const writer = constructs[index - items(this.resolved(this.props[list])).length];
    return writer === undefined ? undefined : { construct: writer, keys: field };
  }

  private renderList(list: 'containers' | 'initContainers', errors: Misuse[]): any[] {
    const place = (index: number): Keys => [...this.at, 'spec', list, index];
    const rendered = items(this.resolved(this.props[list])).map((item, index) => {
      const literal = this.resolved(item);
      // What is no container at all is an error of the list that it stands in.
      return typeof literal !== 'object' || literal === null || Construct.isConstruct(literal) ? literal
        : this.renderContainer({ ...literal }, undefined, place(index), errors);
    });
    for (const container of this.containers) {
      if (container._list() === list) {
        rendered.push(this.renderContainer(container._literal(), container._patches(), place(rendered.length), errors));
      }
    }
    return rendered;
  }

  private refuseUnknownPatches(spec: any, errors: Misuse[]): void {
    for (const { name } of this.containerPatches ?? []) {
      const all = [...(spec.containers ?? []), ...(spec.initContainers ?? []), ...this.ephemeral.map((c) => c._literal())];
      if (!all.some((c: any) => c?.name === name)) {
        const known = all.map((c: any) => `'${c?.name}'`).join(', ') || 'none';
        errors.push({ message: `patchContainer('${name}'): the pod has no container of that name; it has ${known}` });
      }
    }
  }

  /** Volumes that come into the pod by being mounted: those that the props do not name already. */
  private mounted(claimTemplate: boolean): PodVolume[] {
    return this.volumes.missing(claimTemplate, () => items(this.resolved(this.props.volumes)));
  }

  private use(container: any, by: string): void {
    this.volumes.addFrom(container?.volumeMounts, by);
    this.volumes.addFrom(container?.volumeDevices, by);
    const { env } = container ?? {};
    if (Array.isArray(env)) {
      dependOnReferences(this.owner, env.map((e: any) => e?.valueFrom));
    } else if (env !== undefined && env !== null) {
      dependOnReferences(this.owner, Object.values(env));
    }
    dependOnReferences(this.owner, items(container?.envFrom));
  }
}

function items(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}

function isNamed(value: unknown): value is INamed {
  return typeof value === 'object' && value !== null && !('resolve' in value) && !('produce' in value) && typeof (value as INamed).name === 'string';
}
