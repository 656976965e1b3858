import { Construct } from 'constructs';
import { Workload } from './workload';
import { DeploymentProps } from '../generated/props';

/**
 * A Deployment: pods that are all alike, replaced step by step when the template changes.
 */
export class Deployment extends Workload {
  /**
   * @param scope the chart or construct that it belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props metadata and the fields of `DeploymentSpec`; `template` holds metadata and the fields of the pod's spec
   * @throws Error when a prop is used wrongly, with the construct's path
   */
  constructor(scope: Construct, id: string, props: DeploymentProps = {}) {
    super(scope, id, 'apps/v1', 'Deployment', props);
  }
}
