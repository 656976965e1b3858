import { Construct } from 'constructs';
import { Workload } from './workload';
import { JobProps } from '../generated/props';

/**
 * A Job: pods that run until a number of them has succeeded. The server generates the selector, so none is written.
 */
export class Job extends Workload {
  /**
   * @param scope the chart or construct that it belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props metadata and the fields of `JobSpec`; `template` holds metadata and the fields of the pod's spec, and says in
   * `restartPolicy` whether a failed container is restarted (`OnFailure`) or the pod is replaced (`Never`)
   * @throws Error when a prop is used wrongly, with the construct's path
   */
  constructor(scope: Construct, id: string, props: JobProps) {
    super(scope, id, 'batch/v1', 'Job', props);
  }
}
