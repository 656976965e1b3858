import { Construct } from 'constructs';
import { PodResource } from './pod-resource';
import { KINDS } from '../../k8s/kinds';
import { fail } from '../bridge/attach';
import { PodTemplateObjectProps } from '../generated/props';
import { rememberGiven } from '../plain/given';
import { Rendering } from '../plain/rendering';

/**
 * A PodTemplate: a pod template kept as an object of its own, for controllers that refer to one.
 */
export class PodTemplate extends PodResource {
  private readonly fields: PodTemplateObjectProps;

  /**
   * @param scope the chart or construct that it belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props metadata, and in `template` metadata and the fields of the pod's spec
   */
  constructor(scope: Construct, id: string, props: PodTemplateObjectProps = {}) {
    super(scope, id, { apiVersion: 'v1', kind: 'PodTemplate', metadata: props.metadata }, props.template, [...KINDS.PodTemplate.template!]);
    this.fields = props;
    rememberGiven(this, { template: props.template });
  }

  /**
   * The labels of the template.
   *
   * @throws Error when it has none
   */
  public matchLabels(): { [label: string]: string } {
    const labels = this.fields.template?.metadata?.labels;
    if (!labels || Object.keys(labels).length === 0) {
      fail(`the template of '${this.node.path}' has no labels`, 'set labels: template: { metadata: { labels: … } }');
    }
    return { ...labels };
  }

  /** @internal */
  public _content(rendering: Rendering): { [key: string]: unknown } {
    return { template: this._pod.render(rendering) };
  }
}
