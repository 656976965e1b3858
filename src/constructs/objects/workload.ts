import { Construct } from 'constructs';
import { PodResource } from './pod-resource';
import * as k8s from '../../k8s';
import { kindFacts } from '../../k8s/kinds';
import { fail } from '../bridge/attach';
import { rememberGiven } from '../plain/given';
import { labelValue, SELECTOR_LABEL } from '../plain/naming';
import { Rendering } from '../plain/rendering';

/**
 * A workload: an API object that makes pods from a template. If no selector is given, it is one label made from the object's kind and name, which is
 * added to the template too. Adding other labels does not change it.
 */
export abstract class Workload extends PodResource {
  private readonly spec: any;
  private readonly selecting: boolean;
  private readonly generated: boolean;

  /**
   * @param scope the chart or construct that the workload belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param apiVersion its group and version
   * @param kind its kind
   * @param props metadata and the fields of its spec
   */
  protected constructor(scope: Construct, id: string, apiVersion: string, kind: string, props: any) {
    const { metadata, template, ...spec } = props ?? {};
    super(scope, id, { apiVersion, kind, metadata }, template, [...kindFacts(kind)!.template!]);
    this.spec = spec;
    rememberGiven(this, { ...spec, template });
    this.selecting = kind !== 'Job';
    this.generated = metadata?.generateName !== undefined && metadata.name === undefined;
    if (this.selecting && spec.selector === undefined && this.generated) {
      fail(`${this.node.path}: a ${kind} with generateName needs an explicit selector: every object that is created from it would select the pods of all the others`,
        'set selector and the labels of the template');
    }
  }

  /**
   * The labels of its selector.
   *
   * @throws Error when the selector has expressions, which a Service cannot have
   */
  public matchLabels(): { [label: string]: string } {
    const selector: k8s.LabelSelector | undefined = this.spec.selector;
    if (selector === undefined && !this.selecting && this.generated) {
      fail(`'${this.node.path}' has a generated name that only the server knows`, 'select its pods by labels of its template: selector: { app: … }');
    }
    if (selector === undefined) {
      return this.selecting ? this.ownSelector() : { 'batch.kubernetes.io/job-name': this.name };
    }
    if (selector.matchExpressions?.length || !selector.matchLabels || Object.keys(selector.matchLabels).length === 0) {
      const why = selector.matchExpressions?.length ? 'has matchExpressions, which a Service cannot use' : 'has no labels';
      fail(`the selector of '${this.node.path}' ${why}`, 'select its pods by labels of its template: selector: { app: … }');
    }
    return { ...selector.matchLabels };
  }

  /** @internal */
  public _content(rendering: Rendering): { [key: string]: unknown } {
    return { spec: this._spec(rendering) };
  }

  /**
   * The spec as the user wrote it, with selector and template.
   * @internal
   */
  public _spec(rendering: Rendering): { [key: string]: unknown } {
    const template = this._pod.render(rendering);
    if (!this.selecting || this.spec.selector !== undefined) {
      return Object.assign({}, this.spec, { template });
    }
    // Object.assign, and not a spread with more fields behind it: that takes ten times as long.
    const own = this.ownSelector();
    const metadata: { [field: string]: unknown } = {};
    for (const field in template.metadata) {
      if (field !== 'labels') {
        metadata[field] = template.metadata[field];
      }
    }
    metadata.labels = Object.assign({}, template.metadata?.labels, own);
    return Object.assign({}, this.spec, { selector: this._selector(own), template: Object.assign({}, template, { metadata }) });
  }

  /**
   * A selector by labels, as the kind writes it.
   * @internal
   */
  public _selector(labels: { [label: string]: string }): unknown {
    return { matchLabels: labels };
  }

  private ownSelector(): { [label: string]: string } {
    return { [SELECTOR_LABEL]: labelValue(this.kind.toLowerCase(), this.name) };
  }
}
