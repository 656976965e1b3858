import { JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { Additions, namesVariable } from './additions';
import { envList } from './env';
import { ContainerList } from './pod-container';
import { attachToPod, podObjectOf, PodContent } from './pod-content';
import * as k8s from '../../k8s';
import { fail, FEW_FRAMES, rememberSource } from '../bridge/attach';
import { rememberGiven } from '../plain/given';
import { Misuse } from '../plain/misuse';
import { toPlain } from '../plain/reader';
import { Rendering } from '../plain/rendering';

/**
 * A container of a pod: base of `Container`, `InitContainer`, `Sidecar` and `EphemeralContainer`. Its scope is the pod or workload
 * it belongs to (or a construct inside of it), its id is its name, and the order of creation is the order in the manifest.
 */
export abstract class ContainerBase extends Construct {
  /**
   * The container's name: a DNS label of at most 63 characters, unique among all containers of the pod.
   */
  public readonly name: string;

  /** @internal */
  public readonly _pod: PodContent;

  /** @internal */
  public readonly _props: any;

  private patches?: JsonPatch[];
  private added?: Additions;

  /**
   * @param scope the pod or workload
   * @param id the container's name
   * @param props the fields of the container
   */
  protected constructor(scope: Construct, id: string, props: any) {
    super(scope, freeId(scope, id));
    rememberSource(this, new.target, FEW_FRAMES);
    this.name = id;
    this._props = props ?? {};
    rememberGiven(this, this._props);
    this._pod = attachToPod(this);
  }

  /**
   * The image that it runs; undefined when none is set.
   */
  public get image(): string | undefined {
    const image = this._read('image');
    return typeof image === 'string' ? image : undefined;
  }

  /**
   * Its environment variables, in order: those of the props, whether written as a map or a list, then those that were added. A copy.
   */
  public get env(): k8s.EnvVar[] {
    const rendering = new Rendering(podObjectOf(this));
    const variables = envList(this._literal().env, rendering, () => undefined);
    return Array.isArray(variables) ? toPlain(variables, rendering, []) : [];
  }

  /**
   * Adds an environment variable, after the existing ones.
   *
   * @param name the variable's name
   * @param value its value, or where it comes from: `DownwardEnv.podName()`, `EnvSource.secretKey('db', 'password')`
   * @throws Error when the container already has a variable with this name
   */
  public addEnv(name: string, value: string | k8s.EnvVarSource): void {
    if (this.added?.hasEnv(name) || namesVariable(this._props.env, name)) {
      fail(`${this.node.path}: env '${name}' is set already`, 'to replace it, leave it out of the props');
    }
    this._additions().addEnv(name, value);
    this._pod.use({ env: { [name]: value } }, this.node.path);
  }

  /**
   * Adds a variable for every key of a ConfigMap or Secret.
   *
   * @param source made with `EnvFrom.configMap` or `EnvFrom.secret`, or a literal
   */
  public addEnvFrom(source: k8s.EnvFromSource): void {
    this._additions().add('envFrom', source);
    this._pod.use({ envFrom: [source] }, this.node.path);
  }

  /**
   * Mounts a volume. A volume whose `mount()` made the mount is added to the pod too.
   *
   * @param mount made with `volume.mount('/data')`, or a literal that names a volume of the pod
   * @throws Error when the pod has a different volume with this name
   */
  public addVolumeMount(mount: k8s.VolumeMount): void {
    this._pod.use({ volumeMounts: [mount] }, this.node.path);
    this._additions().add('volumeMounts', mount);
  }

  /**
   * Applies RFC 6902 operations to this container, whatever its position in its list: `JsonPatch.replace('/image', 'x')`.
   *
   * @param ops the operations; paths start at the container
   */
  public addJsonPatch(...ops: JsonPatch[]): void {
    (this.patches ??= []).push(...ops);
  }

  /**
   * The list of the pod spec that the container stands in.
   * @internal
   */
  public abstract _list(): ContainerList;

  /**
   * The container as a literal of the API, before patches; a new one each time.
   * @internal
   */
  public _literal(): any {
    const literal: any = { name: this.name, ...this._props };
    literal.name = this.name;
    this.added?.putInto(literal, (value) => new Rendering(podObjectOf(this)).resolved(value));
    return literal;
  }

  /**
   * What was added after construction; made when something is.
   * @internal
   */
  protected _additions(): Additions {
    return (this.added ??= new Additions());
  }

  /**
   * A field as the manifest will have it, before patches.
   * @internal
   */
  protected _read(field: string): any {
    const rendering = new Rendering(podObjectOf(this));
    return toPlain(rendering.resolved(this._literal()[field]), rendering, []);
  }

  /**
   * Wrong uses that only the finished pod spec shows.
   * @internal
   */
  public _problemsIn(_spec: any): readonly Misuse[] {
    return [];
  }

  /** @internal */
  public _patches(): JsonPatch[] | undefined {
    return this.patches;
  }
}

/**
 * The constructs library would reject a second child with this id as well, but without a hint, and it mistakes the id `constructor` for an existing
 * child.
 */
function freeId(scope: Construct, name: string): string {
  const id = name in {} ? `${name}-container` : name;
  if (scope.node.tryFindChild(id)) {
    fail(`${scope.node.path}/${id}: duplicate id '${name}' in '${scope.node.path}': the id of a container is its name`, 'use another id');
  }
  return id;
}
