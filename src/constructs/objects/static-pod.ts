import { Construct } from 'constructs';
import { PodResource } from './pod-resource';
import { fail } from '../bridge/attach';
import { staticPodProblems } from '../bridge/static-pods';
import { StaticPodProps } from '../generated/props';
import { rememberGiven } from '../plain/given';
import { Misuse } from '../plain/misuse';
import { Rendering } from '../plain/rendering';

/**
 * A static pod: a manifest for the kubelet's manifest folder (`staticPodPath`), run without the API server. It cannot refer to a
 * ServiceAccount, ConfigMap, Secret, claim or any other API object, because the kubelet refuses such a pod.
 */
export class StaticPod extends PodResource {
  /**
   * @param scope the chart or construct that the pod belongs to; use one chart per pod to get one file per pod
   * @param id the construct's id, from which the name is made if none is given; the kubelet appends the node's name
   * @param props metadata and the fields of `PodSpec` that a static pod may have
   */
  constructor(scope: Construct, id: string, props: StaticPodProps = {}) {
    const { metadata, ...spec } = props;
    super(scope, id, { apiVersion: 'v1', kind: 'Pod', metadata }, spec, []);
    rememberGiven(this, spec);
  }

  /**
   * The pod's labels, which its mirror pod has too.
   *
   * @throws Error when it has none
   */
  public matchLabels(): { [label: string]: string } {
    const labels = this.metadata.toJson()?.labels;
    if (!labels || Object.keys(labels).length === 0) {
      fail(`'${this.node.path}' has no labels to select it by`, 'set labels: metadata: { labels: { … } }');
    }
    return labels;
  }

  /** @internal */
  public _content(rendering: Rendering): { [key: string]: unknown } {
    return this._pod.render(rendering);
  }

  /** @internal */
  public _problems(manifest: any): readonly Misuse[] {
    return [...super._problems(manifest), ...staticPodProblems(manifest.spec ?? {})];
  }
}
