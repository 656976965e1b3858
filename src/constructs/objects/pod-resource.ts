import { JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import * as k8s from '../../k8s';
import { Insight } from '../bridge/insight';
import * as insight from '../bridge/insight-options';
import { Container, InitContainer, Sidecar } from '../containers/container';
import { ContainerBase } from '../containers/container-base';
import { PodContent } from '../containers/pod-content';
import { ContainerProps, InitContainerProps, SidecarProps } from '../generated/props';
import { hasSpecLevel } from '../plain/flattened';
import { fieldPath, Keys, Writer } from '../plain/keys';
import { KubernetesObject, KubernetesObjectProps } from '../plain/kubernetes-object';
import { Misuse } from '../plain/misuse';
import { IPodSelector } from '../plain/named';

/**
 * An API object with a pod in it: a Pod, or a workload with a pod template. Containers are added to it as constructs.
 */
export abstract class PodResource extends KubernetesObject implements IPodSelector {
  /** @internal */
  public readonly _pod: PodContent;

  /**
   * @param scope the chart or construct that the object belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props what the object is
   * @param pod metadata and fields of the pod (template)
   * @param at where the pod stands in the manifest
   */
  protected constructor(scope: Construct, id: string, props: KubernetesObjectProps, pod: any, at: string[]) {
    super(scope, id, props);
    const claims = props.kind === 'StatefulSet' ? 'accepted' : 'refused';
    this._pod = new PodContent(this, pod ?? {}, at, claims);
  }

  /**
   * The containers that were added as constructs, in order of creation, debug containers included. Those written as literals in the props are
   * not among them.
   */
  public get containers(): ContainerBase[] {
    return this._pod.constructs as unknown as ContainerBase[];
  }

  /**
   * The ports of the containers that run as long as the pod, sidecars included. A copy.
   */
  public get ports(): k8s.ContainerPort[] {
    return this._pod.declaredPorts();
  }

  /**
   * The volumes of the pod: those of the props, those that were added, and those that containers mount. A copy.
   */
  public get volumes(): k8s.Volume[] {
    return this._pod.plainVolumes();
  }

  /**
   * Adds an app container: the same as `new Container(this, id, props)`.
   *
   * @param id the container's name
   * @param props the fields of `Container`
   * @throws Error when the pod already has a container with this name
   */
  public addContainer(id: string, props: ContainerProps): Container {
    return new Container(this, id, props);
  }

  /**
   * Adds an init container, after the existing ones: the same as `new InitContainer(this, id, props)`.
   *
   * @param id the container's name
   * @param props the fields of `Container` that an init container may have
   * @throws Error when the pod already has a container with this name
   */
  public addInitContainer(id: string, props: InitContainerProps): InitContainer {
    return new InitContainer(this, id, props);
  }

  /**
   * Adds a sidecar, after the existing init containers: the same as `new Sidecar(this, id, props)`.
   *
   * @param id the container's name
   * @param props the fields of `Container`
   * @throws Error when the pod already has a container with this name
   */
  public addSidecar(id: string, props: SidecarProps): Sidecar {
    return new Sidecar(this, id, props);
  }

  /**
   * Adds a volume. Not needed for a volume that a container mounts with `volume.mount()`.
   *
   * @param volume made with `Volume`, or a literal
   * @throws Error when the pod has a different volume with this name
   */
  public addVolume(volume: k8s.Volume): void {
    this._pod.addVolume(volume);
  }

  /**
   * Applies RFC 6902 operations to one container of the pod, literal or construct.
   *
   * @param name the container's name
   * @param ops the operations; paths start at the container: `/image`
   */
  public patchContainer(name: string, ...ops: JsonPatch[]): void {
    this._pod.patchContainer(name, ops);
  }

  /**
   * The order in which the containers start and stop, how long that can take given probes, hooks and grace period, and problems such as a preStop
   * hook that takes longer than the grace period.
   *
   * @param options how long containers take to start; the Kubernetes version is by default the one that the construct is configured for
   */
  public timeline(options: insight.TimelineOptions = {}): insight.PodTimeline {
    return Insight.timeline(this.toJson(), insight.optionsOf(this, options));
  }

  /**
   * The resources that the pod uses of its node: what the scheduler reserves, what the kubelet enforces, and the quality of service class.
   *
   * @param options the memory of the node; the Kubernetes version is by default the one that the construct is configured for
   */
  public effectiveResources(options: insight.ResourcesOptions = {}): insight.PodResources {
    return Insight.effectiveResources(this.toJson(), insight.optionsOf(this, options));
  }

  /**
   * When containers restart, when a Job replaces its pods, and how long they wait before.
   */
  public restarts(): insight.PodRestarts {
    return Insight.restarts(this.toJson(), insight.optionsOf(this, {}));
  }

  /**
   * What the server will add to the manifest, field by field.
   */
  public serverDefaults(): insight.PodDefaults {
    return Insight.defaults(this.toJson(), insight.optionsOf(this, {}));
  }

  /**
   * A diagram of the pod, as SVG or Mermaid text: containers, volumes, ports, probes and the sources of environment variables.
   *
   * @param options SVG or Mermaid
   */
  public diagram(options: insight.DiagramOptions = {}): string {
    return Insight.diagram(this.toJson(), insight.optionsOf(this, options)).text;
  }

  /**
   * A diagram of how the pod starts and stops, as SVG or Mermaid text.
   *
   * @param options SVG or Mermaid, and how long containers take to start
   */
  public timelineDiagram(options: insight.TimelineDiagramOptions = {}): string {
    return Insight.timelineDiagram(this.toJson(), insight.optionsOf(this, options)).text;
  }

  /**
   * How the pods are spread over the domains of the topology spread constraints, and where the next one may go.
   *
   * @param options the nodes, and the pods on them
   */
  public topologySpread(options: insight.TopologySpreadOptions): insight.PodSpread {
    return Insight.topologySpread(this.toJson(), insight.optionsOf(this, options));
  }

  /**
   * The labels that select exactly the pods of this object.
   *
   * @throws Error when labels alone cannot select them
   */
  public abstract matchLabels(): { [label: string]: string };

  /** @internal */
  public _problems(manifest: any): readonly Misuse[] {
    const spec = podSpecOf(manifest, this._pod.at);
    if (!spec || !Array.isArray(spec.containers) || spec.containers.length === 0) {
      const message = 'at least one container is required, init containers aside';
      const hint = `add new Container(${camel(this.kind)}, 'app', { image: … })`;
      // Containers that are a level too deep are there: the review says so.
      return hasSpecLevel(manifest) ? [] : [{ keys: [...this._pod.at, 'spec', 'containers'], message, hint }];
    }
    return [...duplicateNames(spec, [...this._pod.at, 'spec']), ...this._pod.problems(spec)];
  }

  /** @internal */
  public _writerOf(keys: Keys): Writer | undefined {
    return this._pod.writerOf(keys);
  }
}

function podSpecOf(manifest: any, at: readonly string[]): any {
  return at.reduce((value, key) => value?.[key], manifest)?.spec;
}

function duplicateNames(spec: any, at: Keys): Misuse[] {
  return [
    ...duplicates(spec, at, ['initContainers', 'containers'], 'use another name: names are unique among all containers of a pod'),
    ...duplicates(spec, at, ['volumes'], 'rename one of them'),
  ];
}

/** Items of lists that have the same name as an earlier item. */
function duplicates(spec: any, at: Keys, lists: readonly string[], fix: string): Misuse[] {
  const misuses: Misuse[] = [];
  const seen = new Map<unknown, Keys>();
  for (const list of lists) {
    for (const [index, item] of (Array.isArray(spec[list]) ? spec[list] : []).entries()) {
      const place = [...at, list, index];
      const first = seen.get(item?.name);
      if (first !== undefined) {
        misuses.push({ keys: [...place, 'name'], message: `duplicate name '${item.name}': ${fieldPath(first)} has it too`, hint: fix });
      } else if (item?.name !== undefined) {
        seen.set(item.name, place);
      }
    }
  }
  return misuses;
}

function camel(kind: string): string {
  return kind.charAt(0).toLowerCase() + kind.slice(1);
}
