import { Construct } from 'constructs';
import { Workload } from './workload';
import { DaemonSetProps } from '../generated/props';

/**
 * A DaemonSet: a pod on every node, or on every node that matches.
 */
export class DaemonSet extends Workload {
  /**
   * @param scope the chart or construct that it belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props metadata and the fields of `DaemonSetSpec`; `template` holds metadata and the fields of the pod's spec
   * @throws Error when a prop is used wrongly, with the construct's path
   */
  constructor(scope: Construct, id: string, props: DaemonSetProps = {}) {
    super(scope, id, 'apps/v1', 'DaemonSet', props);
  }
}
