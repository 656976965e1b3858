import { Construct } from 'constructs';
import { Workload } from './workload';
import { ReplicaSetProps } from '../generated/props';

/**
 * A ReplicaSet: a number of pods that are all alike. Deployments make them; rarely written by hand.
 */
export class ReplicaSet extends Workload {
  /**
   * @param scope the chart or construct that it belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props metadata and the fields of `ReplicaSetSpec`; `template` holds metadata and the fields of the pod's spec
   * @throws Error when a prop is used wrongly, with the construct's path
   */
  constructor(scope: Construct, id: string, props: ReplicaSetProps = {}) {
    super(scope, id, 'apps/v1', 'ReplicaSet', props);
  }
}
