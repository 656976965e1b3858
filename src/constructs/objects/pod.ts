import { Construct } from 'constructs';
import { PodResource } from './pod-resource';
import { fail } from '../bridge/attach';
import { PodProps } from '../generated/props';
import { rememberGiven } from '../plain/given';
import { Rendering } from '../plain/rendering';

/**
 * A Pod: containers that run together on one node, with shared network and volumes.
 *
 * @example
 *
 *   const pod = new Pod(chart, 'web', { metadata: { labels: { app: 'web' } } });
 *   new Container(pod, 'nginx', { image: 'nginx:1.27', ports: [{ containerPort: 80 }] });
 */
export class Pod extends PodResource {
  private readonly fields: PodProps;

  /**
   * @param scope the chart or construct that the pod belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props metadata and the fields of `PodSpec`
   */
  constructor(scope: Construct, id: string, props: PodProps = {}) {
    const { metadata, ...spec } = props;
    super(scope, id, { apiVersion: 'v1', kind: 'Pod', metadata }, spec, []);
    rememberGiven(this, spec);
    this.fields = props;
  }

  /**
   * The pod's labels.
   *
   * @throws Error when it has none
   */
  public matchLabels(): { [label: string]: string } {
    const labels = this.metadata.toJson()?.labels;
    if (!labels || Object.keys(labels).length === 0) {
      fail(`'${this.node.path}' has no labels to select it by`, `set labels: metadata: { labels: { app: '${this.fields.metadata?.name ?? this.node.id}' } }`);
    }
    return labels;
  }

  /** @internal */
  public _content(rendering: Rendering): { [key: string]: unknown } {
    return this._pod.render(rendering);
  }
}
