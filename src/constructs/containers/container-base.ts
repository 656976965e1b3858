import { JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { ContainerList } from './pod-container';
import { attachToPod, PodContent } from './pod-content';
import { fail, FEW_FRAMES, rememberSource } from '../bridge/attach';
import { Misuse } from '../plain/misuse';

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
    this._pod = attachToPod(this);
  }

  /**
   * Applies RFC 6902 operations to this container alone, wherever it stands in its list: `JsonPatch.replace('/image', 'x')`.
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
    return literal;
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

/** constructs would refuse a second child of the id as well, without saying what to do, and takes `constructor` for a child that is there. */
function freeId(scope: Construct, name: string): string {
  const id = name in {} ? `${name}-container` : name;
  if (scope.node.tryFindChild(id)) {
    fail(`${scope.node.path}/${id}: duplicate id '${name}' in '${scope.node.path}': the id of a container is its name`, 'use another id');
  }
  return id;
}
