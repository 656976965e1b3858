import { CADVISOR_AGENT, init, job, LOGSHIPPER_DEPLOYMENT, LOGSHIPPER_JOB, MC1, MYAPP_POD, pod } from './notes';
import { timeline } from '../../src/insight';

const at = (shortestMs: number, promptMs = shortestMs, longestMs?: number) => ({ shortestMs, promptMs, ...longestMs !== undefined && { longestMs } });
const http = { httpGet: { path: '/', port: 80 } };
const codes = (manifest: unknown, takesMs?: { [name: string]: number }) =>
  timeline(manifest, { takesMs }).problems.map(({ code, at: place }) => [code, place]);

describe('start', () => {
  test('myapp-pod: one init container after another, then the app; how long they wait nobody knows', () => {
    const { start, ready, problems } = timeline(MYAPP_POD());
    expect(start.map(({ name, role, waitsFor }) => [name, role, waitsFor])).toEqual([
      ['init-myservice', 'init', []],
      ['init-mydb', 'init', ['init-myservice has exited with 0']],
      ['myapp-container', 'app', ['init-mydb has exited with 0']],
    ]);
    expect(ready).toEqual(at(0));
    expect(problems).toEqual([]);
  });

  test('with what is known of them: 3 s and 5 s make 8 s', () => {
    const { start, ready } = timeline(MYAPP_POD(), { takesMs: { 'init-myservice': 3000, 'init-mydb': 5000 } });
    expect(start.map(({ starts }) => starts)).toEqual([at(0, 0, 0), at(3000), at(8000)]);
    expect(ready).toEqual(at(8000));
  });

  test('logshipper: the app waits until it runs, and no longer', () => {
    const { start: [, app], ready } = timeline(LOGSHIPPER_DEPLOYMENT());
    expect(app).toMatchObject({ name: 'myapp', waitsFor: ['logshipper runs'], at: 'spec.template.spec.containers[0]' });
    expect(ready).toEqual(at(0, 0, 0));
  });

  test('mc1: app containers do not wait for each other', () => {
    expect(timeline(MC1()).start.map(({ name, waitsFor, starts }) => [name, waitsFor, starts])).toEqual([['1st', [], at(0, 0, 0)], ['2nd', [], at(0, 0, 0)]]);
  });

  test('cadvisor-agent: fields of another time are findings, and the rest has an answer', () => {
    const { start, findings } = timeline(CADVISOR_AGENT());
    expect(start.map(({ name }) => name)).toEqual(['cadvisor-agent']);
    expect(findings.map(({ at: place }) => place)).toEqual([0, 1, 2].map((i) => `spec.volumes[${i}].source`));
  });

  test('a sidecar with a startup probe holds the app back', () => {
    const proxy = init('proxy', { restartPolicy: 'Always', startupProbe: { ...http, periodSeconds: 2, failureThreshold: 15, initialDelaySeconds: 1 } });
    const { start: [sidecar, app] } = timeline(pod({ initContainers: [proxy] }));
    // First asked after 1 s; 2 s later at worst; 14 failures of 2 s each and the 1 s timeout of the last one at most: 1 + 2 + 28 + 1.
    expect(sidecar.done).toEqual(at(1000, 3000, 32_000));
    expect(app).toMatchObject({ waitsFor: ['the startup probe of proxy has succeeded'], starts: at(1000, 3000, 32_000) });
    // It may be given up 14 periods after the first: 1 + 28.
    expect(sidecar.probes).toEqual([{ kind: 'startup', handler: 'httpGet', after: 'running', firstMs: 1000, periodMs: 2000, timeoutMs: 1000, failsAfter: at(29_000, 31_000, 32_000), effect: 'restart' }]);
  });

  test('startup before readiness; the initial delay of readiness counts from the start of the container', () => {
    const manifest = pod({}, { startupProbe: http, readinessProbe: { ...http, initialDelaySeconds: 5, periodSeconds: 3, successThreshold: 2 } });
    const { start: [app], ready } = timeline(manifest);
    expect(app.probes.map(({ kind, after }) => [kind, after])).toEqual([['startup', 'running'], ['readiness', 'started']]);
    // Shortest: started at once, asked after 5 s, and again after 3 s. Prompt: started after a period of 10 s, asked within 3 s, and again.
    expect(ready).toEqual(at(8000, 16_000));
  });

  test('a probe that is slower than its period is asked as soon as it has answered', () => {
    const slow = pod({}, { livenessProbe: { ...http, periodSeconds: 1, timeoutSeconds: 5, failureThreshold: 3 } });
    const [{ probes: [liveness] }] = timeline(slow).start;
    // At most a period until it is asked, two failures of 5 s, and the last one.
    expect(liveness.failsAfter).toEqual(at(2000, 3000, 16_000));
  });

  test('a postStart hook holds back the next container; a sleep is as long as it says', () => {
    const manifest = pod({
      containers: [
        { name: 'a', image: 'app:1', lifecycle: { postStart: { sleep: { seconds: 4 } } } }, { name: 'b', image: 'app:1', lifecycle: { postStart: { exec: { command: ['x'] } } } }, { name: 'c', image: 'app:1' },
      ],
    });
    expect(timeline(manifest).start.map(({ starts, done, waitsFor }) => [starts, done, waitsFor])).toEqual([
      [at(0, 0, 0), at(4000, 4000, 4000), []],
      [at(4000, 4000, 4000), at(4000), ['the postStart hook of a has ended']],
      [at(4000), at(4000), ['the postStart hook of a has ended', 'the postStart hook of b has ended']],
    ]);
  });

  test('a readiness gate has no limit, a deadline sets one', () => {
    expect(timeline(pod({ readinessGates: [{ conditionType: 'example.com/up' }] }))).toMatchObject({ readinessGates: ['example.com/up'], ready: at(0) });
    expect(timeline(pod({ activeDeadlineSeconds: 60 }, { readinessProbe: http })).ready).toEqual(at(0, 10_000, 60_000));
  });
});

describe('stop', () => {
  test('app containers at once, then the sidecars from the last to the first, all within the grace period', () => {
    const sidecar = (name: string) => init(name, { restartPolicy: 'Always' });
    const manifest = pod({ initContainers: [sidecar('first'), init('setup'), sidecar('second')], terminationGracePeriodSeconds: 20 });
    const { stop, gracePeriodMs, stoppedMs } = timeline(manifest);
    expect(stop.map(({ name, waitsFor, signal, killMs }) => [name, waitsFor, signal, killMs])).toEqual([
      ['app', [], at(0, 0, 0), 20_000],
      ['second', ['app'], at(0, 0, 20_000), 22_000],
      ['first', ['app', 'second'], at(0, 0, 20_000), 22_000],
    ]);
    expect([gracePeriodMs, stoppedMs]).toEqual([20_000, 22_000]);
  });

  test('a hook counts within the grace period; one without a known end may take all of it', () => {
    const hook = (preStop: object) => timeline(pod({}, { lifecycle: { preStop } })).stop[0];
    expect(hook({ sleep: { seconds: 10 } })).toMatchObject({ preStop: { handler: 'sleep', takesMs: 10_000 }, signal: at(10_000, 10_000, 10_000), killMs: 30_000 });
    expect(hook({ exec: { command: ['sh', '-c', 'nginx -s quit; sleep 15'] } })).toMatchObject({ preStop: { handler: 'exec', takesMs: 15_000 } });
    expect(hook(http)).toMatchObject({ preStop: { handler: 'httpGet' }, signal: at(0, 0, 30_000), killMs: 32_000 });
  });

  test('without a grace period there is no hook', () => {
    const manifest = pod({ terminationGracePeriodSeconds: 0 }, { lifecycle: { preStop: { sleep: { seconds: 0 } } } });
    expect(timeline(manifest).stop[0]).toMatchObject({ signal: at(0, 0, 0), killMs: 2000 });
  });
});

describe('what cannot work', () => {
  test('a preStop hook as long as the grace period', () => {
    const manifest = (seconds: number) => pod({ terminationGracePeriodSeconds: 30 }, { lifecycle: { preStop: { exec: { command: ['/bin/sleep', String(seconds)] } } } });
    expect(codes(manifest(29))).toEqual([]);
    expect(codes(manifest(30))).toEqual([['timeline/pre-stop-too-long', 'spec.containers[0].lifecycle.preStop']]);
    expect(timeline(manifest(45)).problems[0].message).toBe("the preStop hook of 'app' takes 45 s, but the grace period is 30 s: the hook is stopped early, and the container is killed 2 s after its stop signal");
  });

  test('a liveness probe that restarts a container before it has started', () => {
    const probes = { livenessProbe: { ...http, periodSeconds: 5 }, readinessProbe: { ...http, initialDelaySeconds: 60 } };
    // Asked at 0, 5 and 10 s: the third failure restarts it.
    expect(timeline(pod({}, probes)).problems).toMatchObject([{
      code: 'timeline/liveness-before-start',
      at: 'spec.containers[0].livenessProbe',
      message: "the readiness probe of 'app' gives it 60 s to start, and its liveness probe may restart it after 10 s",
    }]);
    expect(codes(pod({}, { ...probes, startupProbe: { ...http, failureThreshold: 12 } }))).toEqual([]);
    expect(codes(pod({}, { livenessProbe: http }), { app: 19_000 })).toEqual([]);
    expect(codes(pod({}, { livenessProbe: http }), { app: 21_000 })).toEqual([['timeline/liveness-before-start', 'spec.containers[0].livenessProbe']]);
  });

  test('a startup probe that gives up before the container has started', () => {
    const manifest = pod({}, { startupProbe: { ...http, periodSeconds: 10, failureThreshold: 3 } });
    expect(codes(manifest, { app: 20_000 })).toEqual([]);
    expect(codes(manifest, { app: 25_000 })).toEqual([['timeline/startup-budget', 'spec.containers[0].startupProbe']]);
    expect(timeline(manifest, { takesMs: { app: 25_000 } }).problems[0].hint).toBe('set failureThreshold to 4 or more');
  });

  test('a readiness probe that never gates anything', () => {
    const probes = (failureThreshold: number) => ({ startupProbe: http, livenessProbe: http, readinessProbe: { ...http, failureThreshold } });
    // The liveness probe restarts it after 10 + 2 × 10 + 1 s at the latest.
    expect(codes(pod({}, probes(5)))).toEqual([['timeline/readiness-gates-nothing', 'spec.containers[0].readinessProbe']]);
    expect(codes(pod({}, probes(2)))).toEqual([]);
    expect(codes(pod({}, { ...probes(5), readinessProbe: { httpGet: { path: '/ready', port: 80 }, failureThreshold: 5 } }))).toEqual([]);
    expect(codes(job({}, {}, { readinessProbe: http }))).toEqual([['timeline/readiness-gates-nothing', 'spec.template.spec.containers[0].readinessProbe']]);
    expect(codes(job({ completionMode: 'Indexed', completions: 2 }, {}, { readinessProbe: http }))).toEqual([]);
  });

  test('the logshipper Job as a sidecar completes; with its logshipper among the containers it never does', () => {
    const good = LOGSHIPPER_JOB();
    expect(codes(good)).toEqual([]);
    const { spec } = good.spec.template;
    const { restartPolicy: _, ...classic } = spec.initContainers[0];
    const bad = { ...good, spec: { ...good.spec, template: { spec: { ...spec, initContainers: [], containers: [...spec.containers, classic] } } } };
    expect(timeline(bad).problems).toEqual([{
      code: 'timeline/job-never-completes',
      at: 'spec.template.spec.containers[1].command',
      message: "'logshipper' runs 'tail -F /opt/logs.txt', which never exits: a Job completes only when all its containers have exited",
      hint: 'make it a sidecar: an init container with restartPolicy: Always, which is stopped when the other containers have exited',
    }]);
    const cron = { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'x' }, spec: { schedule: '* * * * *', jobTemplate: { spec: bad.spec } } };
    expect(codes(cron)).toEqual([['timeline/job-never-completes', 'spec.jobTemplate.spec.template.spec.containers[1].command']]);
  });

  test('the logshipper without its restartPolicy: the app never starts', () => {
    const manifest = LOGSHIPPER_DEPLOYMENT();
    delete manifest.spec.template.spec.initContainers[0].restartPolicy;
    expect(codes(manifest)).toEqual([['timeline/init-never-ends', 'spec.template.spec.initContainers[0].command']]);
  });

  test.each<[string, string[], boolean]>([
    ['tail in the foreground', ['tail', '-n0', '-f', '/log'], true],
    ['tail in the background', ['sh', '-c', 'tail -F /log & work'], false],
    ['a loop with a way out', ['sh', '-c', 'while true; do nslookup db && break; sleep 1; done'], false],
    ['a loop without one', ['bash', '-ec', 'while true; do work; sleep 1; done'], true],
    ['sleep infinity', ['sleep', 'infinity'], true],
    ['tail of a file', ['tail', '-n', '5', '/log'], false],
    ['with a timeout', ['timeout', '60', 'tail', '-f', '/log'], false],
  ])('%s', (_, command, endless) => {
    expect(codes(job({}, {}, { command })).length > 0).toBe(endless);
  });

  test('deadlines that come too early', () => {
    const readinessProbe = { ...http, initialDelaySeconds: 90 };
    expect(codes(pod({ activeDeadlineSeconds: 90 }, { readinessProbe }))).toEqual([['timeline/active-deadline', 'spec.activeDeadlineSeconds']]);
    const template = { metadata: { labels: { app: 'x' } }, spec: pod({}, { readinessProbe }).spec };
    const deployment = (progressDeadlineSeconds: number) => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'x' }, spec: { selector: { matchLabels: { app: 'x' } }, progressDeadlineSeconds, template } });
    expect(codes(deployment(90))).toEqual([['timeline/progress-deadline', 'spec.progressDeadlineSeconds']]);
    expect(codes(deployment(91))).toEqual([]);
  });
});
