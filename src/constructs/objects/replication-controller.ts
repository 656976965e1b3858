import { Construct } from 'constructs';
import { Workload } from './workload';
import { ReplicationControllerProps } from '../generated/props';

/**
 * A ReplicationController: the older form of ReplicaSet. Its selector is a plain map of labels.
 */
export class ReplicationController extends Workload {
  private readonly given?: { [label: string]: string };

  /**
   * @param scope the chart or construct that it belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props metadata and the fields of `ReplicationControllerSpec`; `template` holds metadata and the fields of the pod's spec
   * @throws Error when a prop is used wrongly, with the construct's path
   */
  constructor(scope: Construct, id: string, props: ReplicationControllerProps = {}) {
    super(scope, id, 'v1', 'ReplicationController', props);
    this.given = props.selector;
  }

  /**
   * The labels of its selector.
   */
  public matchLabels(): { [label: string]: string } {
    return this.given === undefined ? super.matchLabels() : { ...this.given };
  }

  /** @internal */
  public _selector(labels: { [label: string]: string }): unknown {
    return labels;
  }
}
