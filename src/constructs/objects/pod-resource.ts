import { JsonPatch } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { KubernetesObject, KubernetesObjectProps } from './kubernetes-object';
import { PodContent } from '../containers/pod-content';
import { IPodSelector } from '../plain/named';
import { Keys } from '../plain/plain';

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
    this._pod = new PodContent(this, pod ?? {}, at, claims, () => this._changed());
  }

  /**
   * Applies RFC 6902 operations to one container of the pod, literal or construct, wherever it stands.
   *
   * @param name the container's name
   * @param ops the operations; paths start at the container: `/image`
   */
  public patchContainer(name: string, ...ops: JsonPatch[]): void {
    this._pod.patchContainer(name, ops);
  }

  /**
   * The labels that select exactly the pods of this object.
   *
   * @throws Error when labels alone cannot select them
   */
  public abstract matchLabels(): { [label: string]: string };

  /** @internal */
  public _problems(manifest: any): string[] {
    const spec = podSpecOf(manifest, this._pod.at);
    if (!spec || !Array.isArray(spec.containers) || spec.containers.length === 0) {
      return [`${[...this._pod.at, 'spec', 'containers'].join('.')}: a pod needs a container that is no init container; `
        + `add new Container(${camel(this.kind)}, 'app', { image: … })`];
    }
    return [...duplicateNames(spec, this._pod.at), ...this._pod.problems(spec)];
  }

  /** @internal */
  public _writerOf(keys: Keys): { construct: IConstruct; field: string } | undefined {
    return this._pod.writerOf(keys);
  }
}

function podSpecOf(manifest: any, at: readonly string[]): any {
  return at.reduce((value, key) => value?.[key], manifest)?.spec;
}

function duplicateNames(spec: any, at: readonly string[]): string[] {
  const errors: string[] = [];
  const place = (list: string, index: number) => `${[...at, 'spec', list].join('.')}[${index}]`;
  const seen = new Map<string, [list: string, index: number]>();
  for (const list of ['initContainers', 'containers']) {
    listOf(spec[list]).forEach((container, index) => {
      const first = seen.get(container?.name);
      if (first) {
        errors.push(`${place(list, index)}.name: '${container.name}' is the name of ${place(...first)} too; names are unique among all containers of a pod`);
      } else if (container?.name !== undefined) {
        seen.set(container.name, [list, index]);
      }
    });
  }
  const volumes = new Map<string, number>();
  listOf(spec.volumes).forEach((volume, index) => {
    const first = volumes.get(volume?.name);
    if (first !== undefined) {
      errors.push(`${place('volumes', index)}.name: '${volume.name}' is the name of ${place('volumes', first)} too; give one of them another name`);
    } else if (volume?.name !== undefined) {
      volumes.set(volume.name, index);
    }
  });
  return errors;
}

function listOf(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}

function camel(kind: string): string {
  return kind.charAt(0).toLowerCase() + kind.slice(1);
}
