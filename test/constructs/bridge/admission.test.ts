import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiObject, App, Chart, Include, JsonPatch, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-33';
import { Construct } from 'constructs';
import { Admission, AdmissionOptions, Container, Deployment, Pod, Service, Sidecar } from '../../../src';
import * as reviewing from '../../../src/admission/review';
import { failure, shop, synth, synthFailure } from '../helpers';

// Its exports cannot be replaced as they are; those of this copy can, by spyOn.
jest.mock('../../../src/admission/review', () => ({ __esModule: true, ...jest.requireActual('../../../src/admission/review') }));

const template = { containers: [{ name: 'app', image: 'app:1' }] };

/** What is written to stderr meanwhile. */
function stderr(run: () => void): string[] {
  const write = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  try {
    run();
    return write.mock.calls.map(([text]) => String(text));
  } finally {
    write.mockRestore();
  }
}

/** A pod of which the server warns: a variable twice. */
const doubled = { containers: [{ name: 'app', image: 'app:1', env: [{ name: 'A', value: '1' }, { name: 'A', value: '2' }] }] };

describe('at synth', () => {
  test('every finding of every object is reported, with object, field, construct, line, value and fix, and nothing is written', () => {
    const message = synthFailure((chart) => {
      const web = new Deployment(chart, 'web', { metadata: { name: 'web' }, replicas: -1 });
      new Container(web, 'app', { image: 'app:1', ports: [{ containerPort: 80 }, { containerPort: 70000 }] });
      new Sidecar(web, 'log', { image: 'log:1', imagePullPolicy: 'Sometimes' as any });
      new Container(new Pod(chart, 'pod', { metadata: { name: 'pod' } }), 'app', { image: 'app:1', workingdir: '/' } as any);
      new Service(chart, 'svc', { metadata: { name: 'svc' }, ports: [{ port: 0 }] });
    });
    const file = 'test/constructs/bridge/admission\\.test\\.ts';
    for (const expected of [
      `\\[shop/web\\] spec\\.replicas: .*-1.*\\n +Deployment web · shop/web · ${file}:\\d+:\\d+ · FieldValueInvalid \\([a-z-]+/[a-z-]+\\)`,
      `spec\\.template\\.spec\\.containers\\[0\\]\\.ports\\[1\\]\\.containerPort: .*70000.*\\n +Deployment web · shop/web/app · ${file}:\\d+:\\d+ · FieldValueInvalid`,
      "spec\\.template\\.spec\\.initContainers\\[0\\]\\.imagePullPolicy: .*'Sometimes'.*\\n +Deployment web · shop/web/log · .* · FieldValueNotSupported",
      "containers\\[0\\]\\.workingdir: 'workingdir' is not a field of .*\\n +Pod pod · shop/pod/app · .* · BadRequest .*\\n +fix: .*workingDir",
      `\\[shop/svc\\] spec\\.ports\\[0\\]\\.port: .*\\n +Service svc · shop/svc · ${file}`,
    ]) {
      expect(message).toMatch(new RegExp(expected));
    }
  });

  test('the line is that of the construct', () => {
    const line = Number(/test\.ts:(\d+)/.exec(new Error().stack!)![1]) + 1;
    const message = synthFailure((chart) => new Pod(chart, 'pod', { ...template, hostname: 'No' }));
    expect(message).toContain(`test/constructs/bridge/admission.test.ts:${line}:`);
  });

  test.each<[string, (pod: Pod) => void, string]>([
    ['JSON patches', (pod) => pod.addJsonPatch(JsonPatch.replace('/spec/containers/0/name', 'Not_Good')), 'spec.containers[0].name'],
    ['metadata calls', (pod) => pod.metadata.addLabel('a b', 'c'), 'metadata.labels'],
    ['containers that come later', (pod) => new Container(pod, 'late', { image: '' }), 'spec.containers[1].image'],
  ])('the manifest is reviewed after %s', (_, change, field) => {
    expect(synthFailure((chart) => change(new Pod(chart, 'pod', template)))).toContain(field);
  });

  test('the manifest is reviewed after Lazy values and resolvers', () => {
    expect(synthFailure((chart) => new Pod(chart, 'pod', { ...template, hostname: Lazy.any({ produce: () => 'Not_Good' }) }))).toContain('spec.hostname');
    const resolver = {
      resolve: (context: any) => {
        if (context.value === 'good') {
          context.replaceValue('Not_Good');
        }
      },
    };
    const chart = shop({}, { resolvers: [resolver] });
    new Pod(chart, 'pod', { ...template, hostname: 'good' });
    expect(failure(() => synth(chart))).toContain("spec.hostname: 'Not_Good'");
  });

  test.each([1, 3, 10])('an object is reviewed once, with %i charts', (charts) => {
    const review = jest.spyOn(reviewing, 'review');
    const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-pods-'));
    try {
      const app = new App({ outdir });
      for (let i = 0; i < charts; i++) {
        const chart = new Chart(app, `c${i}`);
        new Deployment(chart, 'web', { template });
        new ApiObject(chart, 'raw', { apiVersion: 'v1', kind: 'Pod', spec: template });
      }
      Admission.of(app).enforce();
      app.synth();
      expect(review.mock.calls.map(([manifest]: any) => manifest.metadata.name).sort()).toEqual(
        app.charts.flatMap((chart) => chart.apiObjects.map(({ name }) => name)).sort());
      expect(review).toHaveBeenCalledTimes(2 * charts);
    } finally {
      review.mockRestore();
      rmSync(outdir, { recursive: true });
    }
  });
});

describe('configure', () => {
  test.each<[string, AdmissionOptions, string | undefined]>([
    ['the newest version, by default', {}, undefined],
    ['a version without the field', { kubernetesVersion: '1.33' }, "'fileKeyRef' is not a field in Kubernetes 1.33: it exists since 1.34"],
    ['a level that the pod meets', { podSecurity: 'baseline' }, undefined],
    ['a level that it does not meet', { podSecurity: 'restricted' }, 'Forbidden (pod-security/'],
  ])('%s', (_, options, error) => {
    const chart = shop();
    Admission.of(chart).configure(options);
    new Pod(chart, 'pod', {
      containers: [{ name: 'app', image: 'app:1', env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'p', key: 'k' } } }] }],
      volumes: [{ name: 'v', emptyDir: {} }],
    });
    if (error === undefined) {
      synth(chart);
    } else {
      expect(failure(() => synth(chart))).toContain(error);
    }
  });

  test('the nearest scope wins, option by option', () => {
    const app = new App();
    const chart = new Chart(app, 'shop');
    const pod = new Pod(chart, 'pod', { ...template, hostPID: true });
    Admission.of(app).configure({ podSecurity: 'baseline', kubernetesVersion: '1.33' });
    expect(failure(() => app.synthYaml())).toContain('pod-security/');
    Admission.of(chart).configure({ podSecurity: 'privileged' });
    Admission.of(chart).configure({ podSecurity: undefined });
    app.synthYaml();
    Admission.of(pod).configure({ podSecurity: 'baseline' });
    expect(failure(() => app.synthYaml())).toContain('pod-security/');
  });

  test('is chained, and enforces', () => {
    const chart = shop();
    new ApiObject(chart, 'raw', { apiVersion: 'v1', kind: 'Pod', spec: { ...template, hostPID: true } });
    expect(Admission.of(chart).configure({ podSecurity: 'baseline' }).enforce()).toBeInstanceOf(Admission);
    expect(failure(() => synth(chart))).toContain('pod-security/');
  });

  test.each<[string, any, string]>([
    ['an unknown version', { kubernetesVersion: '1.20' }, '1.20'],
    ['an unknown level', { podSecurity: 'Restricted' }, 'Restricted'],
  ])('%s is refused at the call', (_, options, named) => {
    expect(failure(() => Admission.of(shop()).configure(options))).toContain(named);
  });
});

describe('enforce', () => {
  const bad: { [who: string]: (chart: Chart) => void } = {
    'a raw ApiObject': (chart) => new ApiObject(chart, 'raw', { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'app' }] } }),
    'a patched ApiObject': (chart) => new ApiObject(chart, 'raw', { apiVersion: 'v1', kind: 'Pod', spec: template })
      .addJsonPatch(JsonPatch.remove('/spec/containers/0/image')),
    'cdk8s-plus': (chart) => new kplus.Deployment(chart, 'plus', { containers: [{ image: 'app:1', portNumber: 99999 }] }),
    'Include': (chart) => {
      const folder = mkdtempSync(join(tmpdir(), 'cdk8s-pods-'));
      writeFileSync(join(folder, 'pod.yaml'), 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: app}]}\n');
      new Include(chart, 'inc', { url: join(folder, 'pod.yaml') });
      rmSync(folder, { recursive: true });
    },
  };
  test.each(Object.entries(bad))('reviews what %s made, which is not reviewed without it', (who, make) => {
    const sound = shop();
    make(sound);
    synth(sound);
    const chart = shop();
    make(chart);
    Admission.of(chart).enforce();
    Admission.of(chart).enforce();
    const message = failure(() => synth(chart));
    expect(message).toMatch(/\[shop\] shop\/\S+: spec\.(template\.spec\.)?containers\[0\]\./);
    expect(message.match(/ · FieldValue/g)).toHaveLength(who === 'cdk8s-plus' ? 2 : 1); // it probes the wrong port too
  });

  test('other kinds pass, and our own objects are reported once', () => {
    const chart = shop();
    new ApiObject(chart, 'other', { apiVersion: 'example.com/v1', kind: 'Thing', spec: { any: 1 } } as any);
    new Pod(chart, 'pod', { containers: [{ name: 'app' }] });
    Admission.of(chart).enforce();
    expect(failure(() => synth(chart)).match(/ · FieldValueRequired/g)).toHaveLength(1);
  });
});

describe('warnings and advice', () => {
  test('warnings go to stderr, once, and the object is written', () => {
    const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'cdk8s-pods-')) });
    for (const id of ['a', 'b', 'c']) {
      new Pod(new Chart(app, id), 'pod', { metadata: { name: 'pod' }, ...doubled });
    }
    const lines = stderr(() => {
      app.synth();
      app.synthYaml();
    });
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^warning: \[a\/pod\] spec\.containers\[0\]\.env\[1\].*\n +Pod pod · a\/pod · .*admission\.test\.ts:\d+:\d+ · warning \(/);
    expect(readdirSync(app.outdir)).toHaveLength(3);
    rmSync(app.outdir, { recursive: true });
  });

  test('warnings can be errors', () => {
    expect(synthFailure((chart) => {
      Admission.of(chart).configure({ warningsAsErrors: true });
      new Pod(chart, 'pod', doubled);
    })).toContain('warning (');
  });

  test('advice is given only where it is asked for, and never an error', () => {
    const make = (options: AdmissionOptions) => {
      const chart = shop();
      Admission.of(chart).configure(options);
      new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:latest', resources: { requests: { memory: '1Mi' } } }] });
      return stderr(() => synth(chart));
    };
    expect(make({ warningsAsErrors: true })).toEqual([]);
    const [line, ...others] = make({ warningsAsErrors: true, advice: true });
    expect(others).toEqual([]);
    expect(line).toMatch(/^advice: \[shop\/pod\] spec\.containers\[0\]\.image: .*latest/);
  });
});

describe('suppressions', () => {
  const code = 'advice/image-tag';
  function pod(scope: Construct, metadata?: any): Pod {
    return new Pod(scope, 'pod', { metadata, containers: [{ name: 'app', image: 'app:latest', resources: { requests: { memory: '1Mi' } } }] });
  }
  function advised(build: (chart: Chart) => void): string[] {
    const chart = shop();
    Admission.of(chart).configure({ advice: true });
    build(chart);
    return stderr(() => {
      synth(chart);
      synth(chart);
    });
  }

  test('the code that is suppressed below is the one that is given', () => {
    expect(advised((chart) => pod(chart))).toEqual([expect.stringContaining(`advice (${code})`)]);
  });

  test.each<[string, (chart: Chart) => void]>([
    ['on the object', (chart) => Admission.of(pod(chart)).suppress(code, 'a demo')],
    ['on the chart', (chart) => {
      Admission.of(chart).suppress(code, 'a demo');
      pod(chart);
    }],
    ['by an annotation', (chart) => pod(chart, { annotations: { 'cdk8s-pods/suppress': `${code}: a demo` } })],
  ])('%s', (_, build) => {
    expect(advised(build)).toEqual([]);
  });

  test.each<[string, (chart: Chart) => void]>([
    ['on a chart', (chart) => {
      Admission.of(chart).suppress('advice/secret', 'a demo');
      new Pod(chart, 'pod', template);
    }],
    ['on the object', (chart) => Admission.of(new Pod(chart, 'pod', template)).suppress('advice/secret', 'a demo')],
    ['by an annotation', (chart) => new Pod(chart, 'pod', { metadata: { annotations: { 'cdk8s-pods/suppress': 'advice/secret: a demo' } }, ...template })],
  ])('that meet nothing are reported once: %s', (_, build) => {
    const chart = shop();
    build(chart);
    const lines = stderr(() => {
      synth(chart);
      synth(chart);
    });
    expect(lines).toEqual([expect.stringContaining("'advice/secret' (a demo) suppresses nothing: advice is off; remove it, or turn advice on")]);
  });

  test('a server error cannot be suppressed', () => {
    expect(synthFailure((chart) => {
      Admission.of(chart).suppress('containers/image-required', 'please');
      new Pod(chart, 'pod', { containers: [{ name: 'app' }] });
    })).toContain('spec.containers[0].image');
  });

  test('need a reason', () => {
    expect(failure(() => Admission.of(shop()).suppress(code, ' '))).toBe(`shop: a reason is required to suppress '${code}'\n    fix: suppress('${code}', 'why it is fine here')`);
  });
});

describe('Admission.review', () => {
  test('answers for a manifest as review() does', () => {
    const answer = Admission.review({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: template }, { podSecurity: 'baseline' });
    expect(answer).toMatchObject({ allowed: true, reviewed: true, findings: [], qosClass: 'BestEffort', podSecurity: { baseline: true, restricted: false } });
    expect(answer.podSecurity.reasons).toContain('allowPrivilegeEscalation != false');
    expect(answer.defaulted.spec.restartPolicy).toBe('Always');
  });

  test('refuses as review() does', () => {
    const answer = Admission.review({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: {} });
    expect(answer.allowed).toBe(false);
    expect(answer.findings.map(({ type, field, severity }) => [severity, type, field])).toEqual([['error', 'FieldValueRequired', 'spec.containers']]);
  });

  test('passes kinds that it does not know', () => {
    expect(Admission.review({ apiVersion: 'cert-manager.io/v1', kind: 'Certificate' })).toMatchObject({ allowed: true, reviewed: false, findings: [] });
  });
});
