import { init, job, LOGSHIPPER_DEPLOYMENT, LOGSHIPPER_JOB, MYAPP_POD, pod } from './notes';
import { restarts } from '../../src/insight';

const SECONDS = 1000;
const http = { httpGet: { path: '/', port: 80 } };
/** What happens to each container, as rows: name, exit codes or probe, action. */
const table = (manifest: unknown, kubernetesVersion?: '1.33' | '1.34') => restarts(manifest, { kubernetesVersion }).containers
  .flatMap(({ name, events }) => events.map(({ on, exitCodes, action, because }) => `${name} ${exitCodes ?? on}: ${action} (${because})`));

test('myapp-pod: what fails is tried again, and so is what ends well, but for init containers', () => {
  expect(table(MYAPP_POD())).toEqual([
    'init-myservice 0: next (it is an init container)', 'init-myservice other than 0: restart (pod restartPolicy Always)',
    'init-mydb 0: next (it is an init container)', 'init-mydb other than 0: restart (pod restartPolicy Always)',
    'myapp-container 0: restart (pod restartPolicy Always)', 'myapp-container other than 0: restart (pod restartPolicy Always)',
  ]);
});

test('the logshipper restarts always, whatever the policy of the pod', () => {
  for (const manifest of [LOGSHIPPER_DEPLOYMENT(), LOGSHIPPER_JOB()]) {
    expect(table(manifest).slice(0, 2)).toEqual(['logshipper 0: restart (container restartPolicy Always)', 'logshipper other than 0: restart (container restartPolicy Always)']);
  }
  expect(table(LOGSHIPPER_JOB()).slice(2)).toEqual(['myjob 0: stop (pod restartPolicy Never)', 'myjob other than 0: stop (pod restartPolicy Never)']);
});

test('Never: an init container that fails takes the pod with it, a failed liveness probe stops the container', () => {
  const manifest = pod({ restartPolicy: 'Never', initContainers: [init('setup')] }, { livenessProbe: { ...http, terminationGracePeriodSeconds: 7 } });
  expect(table(manifest)).toEqual([
    'setup 0: next (it is an init container)', 'setup other than 0: fail-pod (pod restartPolicy Never)',
    'app 0: stop (pod restartPolicy Never)', 'app other than 0: stop (pod restartPolicy Never)', 'app liveness: stop (pod restartPolicy Never)',
  ]);
  expect(restarts(manifest).containers[1].events[2].gracePeriodMs).toBe(7 * SECONDS);
});

test('OnFailure', () => {
  expect(table(pod({ restartPolicy: 'OnFailure' }, { startupProbe: http }))).toEqual([
    'app 0: stop (pod restartPolicy OnFailure)', 'app other than 0: restart (pod restartPolicy OnFailure)', 'app startup: restart (pod restartPolicy OnFailure)',
  ]);
});

test('restart rules of a container come first, since 1.35', () => {
  const restartPolicyRules = [
    { action: 'Restart', exitCodes: { operator: 'In', values: [42, 43] } },
    { action: 'RestartAllContainers', exitCodes: { operator: 'NotIn', values: [0, 1] } },
  ];
  const manifest = pod({ restartPolicy: 'Never' }, { restartPolicy: 'Never', restartPolicyRules });
  expect(table(manifest)).toEqual([
    'app 42, 43: restart (restartPolicyRules[0])', 'app other than 0, 1: restart-all (restartPolicyRules[1])',
    'app 0: stop (container restartPolicy Never)', 'app any other but 0: stop (container restartPolicy Never)',
  ]);
  for (const version of ['1.33', '1.34'] as const) {
    expect(table(manifest, version)).toEqual(['app 0: stop (pod restartPolicy Never)', 'app other than 0: stop (pod restartPolicy Never)']);
  }
});

test('CrashLoopBackOff: at once, then 10 s doubled up to 5 min, anew after 10 min', () => {
  expect(restarts(pod()).backOff).toEqual({ delaysMs: [0, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000], resetAfterMs: 600_000 });
});

describe('a Job whose pods all fail', () => {
  const failures = (spec: object, podSpec?: object) => restarts(job(spec, podSpec)).job!.failures
    .map(({ on, action, leastPods, mostPods, restarts: again, because }) => [
      on, action, leastPods, mostPods, ...again === undefined ? [] : [again], because,
    ]);

  test('the logshipper Job: 6 retries make 7 pods', () => {
    const { failures: [any], backOff } = restarts(LOGSHIPPER_JOB()).job!;
    expect(any).toEqual({ on: 'any', action: 'Count', leastPods: 7, mostPods: 7, because: 'backoffLimit 6' });
    expect(backOff.delaysMs).toEqual([10, 20, 40, 80, 160, 320, 600].map((seconds) => seconds * SECONDS));
  });

  test('pods that run in parallel are made too', () => {
    // The third failure ends it, when two others may run.
    expect(failures({ backoffLimit: 2, parallelism: 3, completions: 9 })).toEqual([['any', 'Count', 3, 5, 'backoffLimit 2']]);
    expect(failures({ backoffLimit: 0, parallelism: 4, completions: 2 })).toEqual([['any', 'Count', 2, 2, 'backoffLimit 0']]);
  });

  test('OnFailure: containers restart in the one pod', () => {
    expect(failures({ backoffLimit: 4 }, { restartPolicy: 'OnFailure' })).toEqual([['any', 'Count', 1, 1, 4, 'backoffLimit 4']]);
    expect(failures({ backoffLimit: 0 }, { restartPolicy: 'OnFailure' })).toEqual([['any', 'Count', 1, 1, 1, 'backoffLimit 0']]);
  });

  test('limits of each index', () => {
    const indexed = { completionMode: 'Indexed', completions: 5, backoffLimitPerIndex: 1 };
    // Each of 5 indexes makes 2 pods.
    expect(failures(indexed)).toEqual([['any', 'Count', 10, 10, 'backoffLimitPerIndex 1']]);
    // The third failed index is one too many; another may have begun beside it.
    expect(failures({ ...indexed, maxFailedIndexes: 2, parallelism: 2 })).toEqual([['any', 'Count', 6, 8, 'backoffLimitPerIndex 1, maxFailedIndexes 2']]);
  });

  test('a pod failure policy', () => {
    const rules = [
      { action: 'FailJob', onExitCodes: { operator: 'In', values: [42], containerName: 'app' } },
      { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] },
      { action: 'Count', onExitCodes: { operator: 'NotIn', values: [1] } },
    ];
    expect(failures({ backoffLimit: 3, podFailurePolicy: { rules } })).toEqual([
      ['exit code 42 of app', 'FailJob', 1, 1, 'podFailurePolicy.rules[0]'],
      ['condition DisruptionTarget=True', 'Ignore', 1, undefined, 'podFailurePolicy.rules[1]'],
      ['exit code other than 1', 'Count', 4, 4, 'podFailurePolicy.rules[2]'],
      ['any other', 'Count', 4, 4, 'backoffLimit 3'],
    ]);
  });

  test('an index that fails at once', () => {
    const rules = [{ action: 'FailIndex', onExitCodes: { operator: 'In', values: [3] } }];
    expect(failures({ completionMode: 'Indexed', completions: 4, backoffLimitPerIndex: 2, podFailurePolicy: { rules } })).toEqual([
      ['exit code 3', 'FailIndex', 4, 4, 'podFailurePolicy.rules[0]'], ['any other', 'Count', 12, 12, 'backoffLimitPerIndex 2'],
    ]);
  });

  test('a deadline; no Job, no limit', () => {
    expect(restarts(job({ activeDeadlineSeconds: 100 })).job!.deadlineMs).toBe(100 * SECONDS);
    expect(restarts(pod()).job).toBeUndefined();
  });
});
