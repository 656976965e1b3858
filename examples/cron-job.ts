/**
 * A CronJob: a backup every night, never two at the same time, stopped after an hour. `jobTemplate` and `template` take the fields of the job
 * and of the pod.
 */
import { Chart } from 'cdk8s';
import { Container, CronJob, EnvFrom, Volume } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class NightlyBackup extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const backup = new CronJob(this, 'backup', {
      schedule: '30 2 * * *',
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 600,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 1,
      jobTemplate: {
        activeDeadlineSeconds: 3600,
        backoffLimit: 2,
        ttlSecondsAfterFinished: 86400,
        template: { restartPolicy: 'OnFailure' },
      },
    });

    new Container(backup, 'dump', {
      image: 'postgres:17.2',
      command: ['sh', '-c', 'pg_dump --format=custom --file=/backup/$(date +%F).dump'],
      // PGHOST, PGUSER, PGPASSWORD and PGDATABASE are keys of the Secret.
      envFrom: [EnvFrom.secret('backup-connection')],
      volumeMounts: [Volume.persistentVolumeClaim('backup', 'backups').mount('/backup')],
    });
  }
}
