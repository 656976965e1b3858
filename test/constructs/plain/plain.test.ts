import { mkdtempSync, readdirSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import * as YAML from 'yaml';
import * as lib from '../../../src';
import { Container, Deployment, InitContainer, Pod, Service, Sidecar } from '../../../src';
import { failure, only, shop, synthFailure, withFix } from '../helpers';

class Point {
  public readonly x = 1;
}
class Named extends Construct {
  public readonly value = 'x';
}
const sparse: string[] = ['a'];
sparse[2] = 'c';
const cycle: any = { a: {} };
cycle.a.b = cycle;

/** Values that are not data, and the error for each. As an item of a list the value is at `args[1]`, otherwise at `x`. */
const NOT_DATA: [string, (chart: Construct) => unknown, RegExp][] = [
  ['NaN', () => NaN, withFix('NaN is not a number that a manifest can contain', 'write a finite number')],
  ['Infinity', () => Infinity, withFix('Infinity is not a number that a manifest can contain', 'write a finite number')],
  ['-Infinity', () => -Infinity, withFix('-Infinity is not a number that a manifest can contain', 'write a finite number')],
  ['a function', () => function make() {
    return 1;
  }, withFix('a function (make) is not data', 'call it, or write its value')],
  ['an arrow function', () => [() => 1][0], withFix('a function is not data', 'call it, or write its value')],
  ['a class', () => Point, withFix('a function (Point) is not data', 'call it, or write its value')],
  ['a BigInt', () => 12n, withFix('12n is a BigInt, not data', 'write Number(12n), or a string where the field takes one')],
  ['a symbol', () => Symbol('s'), withFix('a symbol is not data', 'write a string, number, boolean, list or map')],
  ['a Date', () => new Date(0), withFix('a Date is not data', 'write date.toISOString()')],
  ['a Map', () => new Map([['a', 'b']]), withFix('a Map is not data', 'write Object.fromEntries(map)')],
  ['a Set', () => new Set(['a']), withFix('a Set is not data', 'write [...set]')],
  ['a class instance', () => new Point(), withFix('an object of class Point is not data', 'write a plain object or its value')],
  ['a RegExp', () => /x/, withFix('an object of class RegExp is not data', 'write a plain object or its value')],
  ['a Buffer', () => Buffer.from('x'), withFix('is not data', 'write a plain object or its value')],
  ['a boxed string', () => Object('x'), withFix('an object of class String is not data', 'write a plain object or its value')],
  ['a Promise', () => Promise.resolve('x'), withFix('an object of class Promise is not data', 'write a plain object or its value')],
  ['a construct', (s) => new Construct(s, 'thing'), withFix('a construct (Construct) is not data', 'write its name (x.name) where a name belongs')],
  ['a construct with a value', (s) => new Named(s, 'thing'), withFix('a construct (Named) is not data', 'write its name (x.name) where a name belongs')],
  ['an ApiObject', (s) => new ApiObject(s, 'thing', { apiVersion: 'v1', kind: 'X' }), withFix('a construct (ApiObject) is not data', 'write its name (x.name) where a name belongs')],
  ['a cycle', () => cycle, withFix('refers back to an object that contains it, but a manifest is a tree', 'write the value out')],
];

describe.each(NOT_DATA)('%s is refused', (_, make, error) => {
  test('as a value in the props of a pod', () => {
    const message = synthFailure((chart) => new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:1' }], nodeName: make(chart) as any }));
    expect(message).toMatch(/\[shop\/pod\] spec\.nodeName(\.a\.b)?: /);
    expect(message).toMatch(error);
  });

  test('as an item of a list of a container construct', () => {
    const message = synthFailure((chart) => new InitContainer(new Pod(chart, 'pod', {
      containers: [{ name: 'app', image: 'app:1' }], initContainers: [{ name: 'first', image: 'app:1' }],
    }), 'init', { image: 'app:1', args: ['a', make(chart) as any] }));
    expect(message).toMatch(/\[shop\/pod\] shop\/pod\/init: args\[1\](\.a\.b)? \(spec\.initContainers\[1\]\.args\[1\](\.a\.b)?\): /);
    expect(message).toMatch(error);
  });

  test('in the metadata', () => {
    const message = synthFailure((chart) => new Service(chart, 'svc', { metadata: { annotations: { 'a.b/c': make(chart) as any } } }));
    expect(message).toMatch(/\[shop\/svc\] metadata\.annotations\[a\.b\/c\](\.a\.b)?: /);
    expect(message).toMatch(error);
  });
});

describe('lists', () => {
  const [wrong, fix] = ['cannot be an item of a list', 'leave the item out or give it a value'];
  test.each<[string, unknown[], string]>([
    ['undefined', ['a', undefined], `args[1] (spec.containers[0].args[1]): undefined ${wrong}`],
    ['null', ['a', null], `args[1] (spec.containers[0].args[1]): null ${wrong}`],
    ['a hole', sparse, `args[1] (spec.containers[0].args[1]): undefined ${wrong}`],
  ])('%s is no item', (_, args, error) => {
    expect(synthFailure((chart) => new Container(new Pod(chart, 'pod'), 'app', { image: 'app:1', args: args as any }))).toMatch(withFix(`[shop/pod] shop/pod/app: ${error}`, fix));
  });

  test.each<[string, lib.PodProps, string]>([
    ['containers', { containers: [{ name: 'a', image: 'app:1' }, undefined as any] }, 'spec.containers[1]: undefined'],
    ['initContainers', { containers: [{ name: 'a', image: 'app:1' }], initContainers: [null as any] }, 'spec.initContainers[0]: null'],
    ['volumes', { containers: [{ name: 'a', image: 'app:1' }], volumes: [undefined as any] }, 'spec.volumes[0]: undefined'],
    ['imagePullSecrets', { containers: [{ name: 'a', image: 'app:1' }], imagePullSecrets: [undefined as any] }, 'spec.imagePullSecrets[0]: undefined'],
    ['tolerations', { containers: [{ name: 'a', image: 'app:1' }], tolerations: [undefined as any] }, 'spec.tolerations[0]: undefined'],
    ['env', { containers: [{ name: 'a', image: 'app:1', env: [undefined as any] }] }, 'spec.containers[0].env[0]: undefined'],
    ['volumeMounts', { containers: [{ name: 'a', image: 'app:1', volumeMounts: [undefined as any] }] }, 'spec.containers[0].volumeMounts[0]: undefined'],
  ])('undefined in %s', (_, props, error) => {
    expect(synthFailure((chart) => new Pod(chart, 'pod', props))).toMatch(withFix(`[shop/pod] ${error} ${wrong}`, fix));
  });

  test('a construct among the literals', () => {
    const message = synthFailure((chart) => {
      const other = new Container(new Pod(chart, 'other'), 'app', { image: 'app:1' });
      new Pod(chart, 'pod', { containers: [other as any] });
    });
    expect(message).toContain('[shop/pod] spec.containers[0]: a construct (Container) is not data');
  });
});

test('all errors at once, each with its construct', () => {
  const message = synthFailure((chart) => {
    const pod = new Pod(chart, 'pod', { priority: NaN, containers: [{ name: 'literal', image: 'app:1', args: [undefined as any] }] });
    new Container(pod, 'app', { image: 'app:1', args: [undefined as any, 'x', null as any] });
    new Sidecar(pod, 'side', { image: 'app:1', stdin: (() => true) as any });
    new Service(chart, 'svc', { ports: [{ port: Infinity }] });
    new Deployment(chart, 'empty');
  });
  expect(message.split('\n').filter((line) => !line.startsWith('    ')).map((line) => line.split(': ').slice(0, line.includes('shop/pod/') ? 2 : 1).join(': ').trim())).toEqual([
    'Validation failed with the following errors:',
    '[shop/pod] spec.containers[0].args[0]',
    '[shop/pod] shop/pod/app: args[0] (spec.containers[1].args[0])',
    '[shop/pod] shop/pod/app: args[2] (spec.containers[1].args[2])',
    '[shop/pod] shop/pod/side: stdin (spec.initContainers[0].stdin)',
    '[shop/pod] spec.priority',
    '[shop/svc] spec.ports[0].port',
    '[shop/empty] spec.template.spec.containers',
  ]);
});

describe('what else is wrong is said beside what is not data', () => {
  const never = (() => 1) as any;

  test.each<[string, (chart: Chart) => unknown, string[]]>([
    ['in another container', (chart) => {
      const pod = new Pod(chart, 'pod');
      new Container(pod, 'app', { image: never });
      new Container(pod, 'side', { image: 'side:1', imagePullPolicy: 'Sometimes' as any });
    }, ['shop/pod/app: image (spec.containers[0].image)', 'spec.containers[1].imagePullPolicy']],
    ['in the same container', (chart) => new Container(new Pod(chart, 'pod'), 'app', { image: never, imagePullPolicy: 'Sometimes' as any }), [
      'shop/pod/app: image (spec.containers[0].image)', 'spec.containers[0].imagePullPolicy',
    ]],
    ['in the metadata', (chart) => new Pod(chart, 'pod', { metadata: { annotations: { a: never }, labels: { 'not a key': 'x' } }, containers: [{ name: 'a', image: 'a' }] }), [
      'metadata.annotations.a', 'metadata.labels[not a key]',
    ]],
    ['in the spec, the metadata not being data', (chart) => new Pod(chart, 'pod', { metadata: { annotations: { a: never } }, restartPolicy: 'Maybe' as any, containers: [{ name: 'a', image: 'a' }] }), [
      'metadata.annotations.a', 'spec.restartPolicy',
    ]],
    ['of the variables, one being none', (chart) => new Container(new Pod(chart, 'pod'), 'app', { image: 'a', env: { A: 1 as any }, imagePullPolicy: 'Sometimes' as any }), [
      "container 'app': env.A must be a string, got the number 1", 'spec.containers[0].imagePullPolicy',
    ]],
    ['not what comes of it: a probe without a handler', (chart) => new Container(new Pod(chart, 'pod'), 'app', { image: 'a', livenessProbe: { exec: never } }), [
      'shop/pod/app: livenessProbe.exec (spec.containers[0].livenessProbe.exec)',
    ]],
    ['not what comes of it: a default made from it', (chart) => new Service(chart, 'svc', { ports: [{ port: Infinity }], type: 'Local' as any }), [
      'spec.ports[0].port', 'spec.type',
    ]],
    ['not what comes of it: a patch that nobody can apply', (chart) => {
      new Pod(chart, 'pod', { priority: NaN, restartPolicy: 'Maybe' as any, containers: [{ name: 'a', image: 'a' }] })
        .addJsonPatch(JsonPatch.replace('/spec/restartPolicy', 'Never'));
    }, ['spec.priority']],
  ])('%s', (_, build, expected) => {
    const lines = synthFailure((chart) => {
      build(chart);
    }).split('\n').filter((line) => line.includes('[shop/'));
    expect(lines.map((line) => line.trim().replace(/^\[[^\]]*\] /, ''))).toEqual(expected.map((start) => expect.stringContaining(start)));
  });
});

describe('what is data', () => {
  test('undefined and null fields are left out, empty lists and maps stay', () => {
    const chart = shop();
    const none = { workingDir: undefined, lifecycle: null, securityContext: { capabilities: undefined } };
    const props: any = { ...none, image: 'app:1', args: [], env: {}, resources: {}, stdin: false };
    new Container(new Pod(chart, 'pod', { priority: 0, hostname: '' }), 'app', props);
    expect(only(chart, 'Pod').spec).toStrictEqual({
      priority: 0, hostname: '', containers: [{ name: 'app', image: 'app:1', args: [], env: [], resources: {}, securityContext: {}, stdin: false }],
    });
  });

  test('the same object in two places is no cycle', () => {
    const chart = shop();
    const resources = { limits: { cpu: '1' } };
    new Pod(chart, 'pod', { containers: [{ name: 'a', image: 'app:1', resources }, { name: 'b', image: 'app:1', resources }] });
    expect(only(chart, 'Pod').spec.containers.map((c: any) => c.resources)).toEqual([resources, resources]);
  });

  test('objects without a prototype, and those of another realm', () => {
    const chart = shop();
    const nodeSelector = Object.assign(Object.create(null), { a: 'b' });
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const foreign = require('vm').runInNewContext("({ labels: { x: 'y' } })");
    new Pod(chart, 'pod', { metadata: foreign, nodeSelector, containers: [{ name: 'a', image: 'app:1' }] });
    expect(only(chart, 'Pod')).toMatchObject({ metadata: { labels: { x: 'y' } }, spec: { nodeSelector: { a: 'b' } } });
  });

  test('a key __proto__ is a key as any other', () => {
    const chart = new Chart(new App(), 'shop');
    const volumeAttributes = JSON.parse('{"__proto__": "a", "constructor": "b", "toString": "c"}');
    const pod = new Pod(chart, 'pod', { containers: [{ name: 'a', image: 'app:1' }], volumes: [{ name: 'v', csi: { driver: 'd', volumeAttributes } }] });
    const written = pod.toJson().spec.volumes[0].csi.volumeAttributes;
    expect(Object.entries(written).sort()).toEqual([['__proto__', 'a'], ['constructor', 'b'], ['toString', 'c']]);
    expect(({} as any).a).toBeUndefined();
    expect((App.of(chart) as App).synthYaml()).toContain('__proto__: a');
  });

  test('the manifest shares nothing with what the user wrote', () => {
    const chart = shop();
    const args = ['a'];
    const pod = new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:1', args }] });
    pod.toJson().spec.containers[0].args.push('b');
    expect(args).toEqual(['a']);
    expect(pod.toJson().spec.containers[0].args).toEqual(['a']);
  });

  test('frozen props', () => {
    const chart = shop();
    const freeze = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null) {
        Object.values(Object.freeze(value)).forEach(freeze);
      }
      return value;
    };
    new Deployment(chart, 'web', freeze({ metadata: { labels: { a: 'b' } }, template: { metadata: { labels: { c: 'd' } }, containers: [{ name: 'app', image: 'app:1', env: { A: 'a' } }] } }));
    expect(only(chart, 'Deployment').spec.template.spec.containers).toEqual([{ name: 'app', image: 'app:1', env: [{ name: 'A', value: 'a' }] }]);
  });

  test.each([[undefined, ['apple', 'zebra']], ['1', ['zebra', 'apple']]])('keys are in the order of cdk8s, CDK8S_DISABLE_SORT=%s', (flag, keys) => {
    const before = process.env.CDK8S_DISABLE_SORT;
    if (flag === undefined) {
      delete process.env.CDK8S_DISABLE_SORT;
    } else {
      process.env.CDK8S_DISABLE_SORT = flag;
    }
    try {
      const chart = shop();
      new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:1' }], nodeSelector: { zebra: 'z', apple: 'a' } });
      expect(Object.keys(only(chart, 'Pod').spec.nodeSelector)).toEqual(keys);
    } finally {
      if (before === undefined) {
        delete process.env.CDK8S_DISABLE_SORT;
      } else {
        process.env.CDK8S_DISABLE_SORT = before;
      }
    }
  });
});

describe('strings that YAML does not carry', () => {
  test.each<[string, string, string]>([
    ['an octal of YAML 1.2', '0o777', 'reads as a number'],
    ['NEL', 'a\u0085b', 'contains the character U+0085'],
    ['a line separator', 'a\u2028b', 'contains the character U+2028'],
    ['DEL', '\u007f', 'contains the character U+007F'],
    ['half of a surrogate pair', '\ud83d', 'contains half of a surrogate pair (U+D83D)'],
    ['blank and line break', ' \n', 'consists of blanks and line breaks only'],
  ])('%s is refused as value and as key', (_, text, error) => {
    const value = synthFailure((chart) => new Container(new Pod(chart, 'pod'), 'app', { image: 'app:1', args: [text] }));
    expect(value).toContain('[shop/pod] shop/pod/app: args[0] (spec.containers[0].args[0]): ');
    expect(value).toContain(error);
    expect(value).toContain('\n    fix: change it, or use the App of cdk8s-pods');
    if (text === ' \n') {
      return;
    }
    const key = synthFailure((chart) => new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:1' }], nodeSelector: { [text]: 'x' } }));
    expect(key).toContain('[shop/pod] spec.nodeSelector');
    expect(key).toContain(error);
  });

  test.each(['yes', 'no', 'on', 'null', '~', '', '0777', '0x1F', '1e3', '1_000', '2001-12-14', '12:30:45', '- a', 'a: b', '#c', '"', "'", 'a\nb\n', '\ttab', 'ünï', '🎉'])(
    '%j arrives as it is', (text) => {
      const chart = new Chart(new App(), 'shop');
      const volumes = [{ name: 'v', csi: { driver: 'd', volumeAttributes: { [text]: text } } }];
      new Container(new Pod(chart, 'pod', { volumes }), 'app', { image: 'app:1', args: [text] });
      const read = YAML.parse((App.of(chart) as App).synthYaml(), { version: '1.1' });
      expect(read.spec.containers[0].args).toEqual([text]);
      expect(read.spec.volumes[0].csi.volumeAttributes).toEqual({ [text]: text });
    });
});

describe('a sound object is not checked again for every chart', () => {
  function twoCharts() {
    const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-pods-'));
    const app = new App({ outdir });
    const [, last] = ['a', 'b'].map((id) => new Pod(new Chart(app, id), 'pod', { containers: [{ name: 'app', image: 'app:1' }] }));
    return { outdir, app, last };
  }

  test.each<[string, (pod: Pod) => void]>([
    ['a container', (pod) => new Container(pod, 'bad', { image: 'app:1', args: [undefined as any] })],
    ['a patch', (pod) => pod.addJsonPatch(JsonPatch.add('/spec/x', NaN))],
    ['a patch of a container', (pod) => pod.patchContainer('app', JsonPatch.add('/x', NaN))],
    ['a label', (pod) => pod.metadata.addLabel('x', NaN as any)],
    ['other metadata', (pod) => pod.metadata.add('x', NaN)],
  ])('but %s added later is seen before any file is written', (_, change) => {
    const { outdir, app, last } = twoCharts();
    app.synthYaml();
    change(last);
    expect(failure(() => app.synth())).toMatch(/^Validation failed/);
    expect(readdirSync(outdir)).toEqual([]);
    rmSync(outdir, { recursive: true });
  });
});
