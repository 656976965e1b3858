import type {
  ContainerLiteral, ContainerProps, CronJobProps, EphemeralContainerProps, InitContainerProps, JobProps, PodProps, PodTemplateProps, StaticPodProps,
} from '../../src/constructs/generated/props';
import type * as k8s from '../../src/k8s';

// The type-check of the tests is the test: each case below must not compile.
const probe: k8s.Probe = { tcpSocket: { port: 80 } };
const container: ContainerProps = { livenessProbe: probe, ports: [{ containerPort: 80 }] };

export const REFUSED = [
  // @ts-expect-error an init container has no probes
  ((): PodProps => ({ initContainers: [{ name: 'wait', livenessProbe: probe }] })),
  // @ts-expect-error not even with a restart policy of its own
  ((): PodProps => ({ initContainers: [{ name: 'wait', restartPolicy: 'Never', startupProbe: probe }] })),
  // @ts-expect-error nor a lifecycle
  ((): InitContainerProps => ({ lifecycle: { preStop: { sleep: { seconds: 1 } } } })),
  // @ts-expect-error nor from an object that was made for a container
  ((): InitContainerProps => container),
  // @ts-expect-error an ephemeral container has no ports
  ((): EphemeralContainerProps => ({ ports: [{ containerPort: 80 }] })),
  // @ts-expect-error nor resources
  ((): EphemeralContainerProps => ({ resources: { limits: { cpu: 1 } } })),
  // @ts-expect-error ephemeral containers cannot be created with the pod
  ((): PodProps => ({ ephemeralContainers: [{ name: 'debug' }] })),
  // @ts-expect-error a workload restarts always
  ((): PodTemplateProps => ({ restartPolicy: 'Never' })),
  // @ts-expect-error and has no deadline
  ((): PodTemplateProps => ({ activeDeadlineSeconds: 5 })),
  // @ts-expect-error the pods of a job say how they restart
  ((): JobProps => ({ template: { containers: [{ name: 'main' }] } })),
  // @ts-expect-error and never restart always
  ((): JobProps => ({ template: { restartPolicy: 'Always' } })),
  // @ts-expect-error the jobs of a cron job select their pods themselves
  ((): CronJobProps => ({ schedule: '@daily', jobTemplate: { selector: {}, template: { restartPolicy: 'Never' } } })),
  // @ts-expect-error a static pod has no service account
  ((): StaticPodProps => ({ serviceAccountName: 'robot' })),
  // @ts-expect-error a variable is text
  ((): ContainerLiteral => ({ name: 'main', env: { REPLICAS: 3 } })),
  // @ts-expect-error closed sets of values are closed
  ((): ContainerLiteral => ({ name: 'main', imagePullPolicy: 'Sometimes' })),
];

const ACCEPTED: PodProps = {
  initContainers: [
    { name: 'wait', restartPolicy: 'OnFailure' },
    { name: 'logs', restartPolicy: 'Always', livenessProbe: probe, lifecycle: { preStop: { sleep: { seconds: 1 } } } },
  ],
  containers: [
    { name: 'main', ...container, env: { A: 'a', NAME: { fieldRef: { fieldPath: 'metadata.name' } } } },
    { name: 'other', env: [{ name: 'A', value: 'a' }] },
  ],
  serviceAccountName: { name: 'robot' },
  imagePullSecrets: ['one', { name: 'two' }],
};

test('what the API takes compiles', () => {
  expect(ACCEPTED.initContainers).toHaveLength(2);
});
