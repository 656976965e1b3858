import { Construct } from 'constructs';
import { PodResource } from './pod-resource';
import { KINDS } from '../../k8s/kinds';
import { fail } from '../bridge/attach';
import { CronJobProps } from '../generated/props';
import { rememberGiven } from '../plain/given';
import { Rendering } from '../plain/rendering';

/**
 * A CronJob: makes Jobs on a schedule.
 */
export class CronJob extends PodResource {
  private readonly fields: CronJobProps;

  /**
   * @param scope the chart or construct that it belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props metadata and the fields of `CronJobSpec`; `jobTemplate` holds metadata and the fields of the job's spec, its
   * `template` metadata and the fields of the pod's spec
   * @throws Error when a prop is used wrongly, with the construct's path
   */
  constructor(scope: Construct, id: string, props: CronJobProps) {
    super(scope, id, { apiVersion: 'batch/v1', kind: 'CronJob', metadata: props?.metadata }, props?.jobTemplate?.template,
      [...KINDS.CronJob.template!]);
    this.fields = props;
    if (typeof props?.jobTemplate !== 'object' || props.jobTemplate === null) {
      fail(`${this.node.path}: jobTemplate is required`, "set jobTemplate: { template: { restartPolicy: 'OnFailure' } }");
    }
    rememberGiven(this, props);
  }

  /**
   * The labels of the pod template. The server generates one label per job, so only labels that you write are common to all its pods.
   *
   * @throws Error when the template has no labels
   */
  public matchLabels(): { [label: string]: string } {
    const labels = this.fields.jobTemplate.template?.metadata?.labels;
    if (!labels || Object.keys(labels).length === 0) {
      fail(`the template of '${this.node.path}' has no labels`, 'set labels: jobTemplate: { template: { metadata: { labels: … } } }');
    }
    return { ...labels };
  }

  /** @internal */
  public _content(rendering: Rendering): { [key: string]: unknown } {
    const { metadata, jobTemplate, ...spec } = this.fields;
    const { metadata: jobMetadata, template, ...jobSpec } = jobTemplate;
    return {
      spec: {
        ...spec,
        jobTemplate: { ...(jobMetadata === undefined ? {} : { metadata: jobMetadata }), spec: { ...jobSpec, template: this._pod.render(rendering) } },
      },
    };
  }
}
