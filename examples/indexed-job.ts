/**
 * An indexed Job: ten parts of a table are exported, three at a time. A part that fails is tried again without starting the others
 * over, and an exit code that says the input is bad stops its part at once.
 */
import { Chart } from 'cdk8s';
import { Container, Job } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class IndexedJob extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const job = new Job(this, 'export', {
      completionMode: 'Indexed',
      completions: 10,
      parallelism: 3,
      // Each part is tried three times, and the Job fails when more than two parts have failed.
      backoffLimitPerIndex: 2,
      maxFailedIndexes: 2,
      podFailurePolicy: {
        rules: [
          // 64 is how this program says that its input is bad: another try would not help.
          { action: 'FailIndex', onExitCodes: { containerName: 'part', operator: 'In', values: [64] } },
          // A pod that was evicted or preempted has done nothing wrong.
          { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] },
        ],
      },
      activeDeadlineSeconds: 3600,
      ttlSecondsAfterFinished: 86400,
      // A pod failure policy needs Never: every failure has to be a pod of its own.
      template: { restartPolicy: 'Never' },
    });

    new Container(job, 'part', {
      image: 'ghcr.io/acme/export:2.0.0',
      // JOB_COMPLETION_INDEX, from 0 to 9, is set by Kubernetes.
      command: ['sh', '-c', 'export-part --part "$JOB_COMPLETION_INDEX" --of 10'],
      resources: { requests: { cpu: '500m', memory: '256Mi' }, limits: { memory: '256Mi' } },
    });
  }
}
