import { IResolver, Lazy, ResolutionContext } from 'cdk8s';
import { Container, ContainerProps, DownwardEnv, EnvFrom, EnvSource, k8s, Pod, Volume } from '../../../src';
import { failure, only, podSpec, shop, synth, withFix } from '../helpers';

function env(given: ContainerProps['env']): any {
  const chart = shop();
  new Container(new Pod(chart, 'pod', { volumes: [Volume.emptyDir('vol')] }), 'app', { image: 'app:1', env: given });
  return only(chart, 'Pod').spec.containers[0].env;
}

describe('env', () => {
  test('a map keeps the order in which it was written', () => {
    expect(env({ ZETA: 'z', ALPHA: '$(ZETA)', _: '', MID: DownwardEnv.uid() })).toEqual([
      { name: 'ZETA', value: 'z' },
      { name: 'ALPHA', value: '$(ZETA)' },
      { name: '_', value: '' },
      { name: 'MID', valueFrom: { fieldRef: { fieldPath: 'metadata.uid' } } },
    ]);
  });

  test("the API's list is taken as it is", () => {
    const list: k8s.EnvVar[] = [{ name: 'B', value: 'b' }, { name: '1', value: '1' }, { name: 'A', valueFrom: DownwardEnv.podIP() }, { name: 'E' }];
    expect(env(list)).toEqual(list);
  });

  test.each<[string, ContainerProps['env'], any]>([
    ['no variables', {}, []],
    ['an empty list', [], []],
    ['nothing', undefined, undefined],
    ['one key like a number, which nothing can be moved before', { 8080: 'x' }, [{ name: '8080', value: 'x' }]],
    ['keys that only look like numbers', { 'A': 'a', '01': 'b', '1.5': 'c' }, [{ name: 'A', value: 'a' }, { name: '01', value: 'b' }, { name: '1.5', value: 'c' }]],
  ])('%s', (_, given, expected) => {
    expect(env(given)).toEqual(expected);
  });

  test.each<[string, any, string, string?]>([
    ['a key that JavaScript moves', { A: 'a', 1: 'b' }, "JavaScript moves the key '1' to the front of a map, but the order of variables matters", 'write env as a list'],
    ['undefined', { A: undefined }, 'A must not be undefined', "remove it, or use '' for an empty value"],
    ['null', { A: null }, 'A must not be null', "remove it, or use '' for an empty value"],
    ['a number', { PORT: 8080 }, 'PORT must be a string, got the number 8080', "write '8080'"],
    ['a boolean', { DEBUG: true }, 'DEBUG must be a string, got the boolean true', "write 'true'"],
    ['a Lazy number', { PORT: Lazy.any({ produce: () => 8080 }) }, 'PORT must be a string, got the number 8080', "write '8080'"],
    ['a Lazy without value', { A: Lazy.any({ produce: () => undefined }) }, 'A must not be undefined', 'remove it, or use \'\' for an empty value'],
    ['a function', { A: () => 'a' }, 'a function (A) is not data', 'call it, or write its value'],
    ['NaN', { A: NaN }, 'A must be a string, got the number NaN', 'write \'NaN\''],
  ])('%s is an error with container and fix', (_, given, error, fix) => {
    const message = failure(() => env(given));
    expect(message).toContain('[shop/pod] ');
    expect(message).toMatch(/shop\/pod\/app|container 'app'/);
    expect(message).toMatch(fix === undefined ? error : withFix(error, fix));
  });

  test('every wrong variable is reported at once, with other errors', () => {
    const chart = shop();
    const pod = new Pod(chart, 'pod', { priority: NaN });
    new Container(pod, 'a', { image: 'app:1', env: { ONE: undefined as any, TWO: 2 as any } });
    new Container(pod, 'b', { image: 'app:1', env: { THREE: null as any } });
    const message = failure(() => synth(chart));
    for (const part of ['ONE must not be undefined', 'TWO must be a string, got the number 2', 'THREE must not be null', 'spec.priority', "container 'a'", "container 'b'"]) {
      expect(message).toContain(part);
    }
  });

  test('Lazy values and sources', () => {
    expect(env({
      TEXT: Lazy.any({ produce: () => 'text' }), FROM: Lazy.any({ produce: () => DownwardEnv.podName() }), KEY: { secretKeyRef: { name: Lazy.any({ produce: () => 's' }), key: 'k' } },
    })).toEqual([
      { name: 'TEXT', value: 'text' },
      { name: 'FROM', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'KEY', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
    ]);
  });

  test.each<[string, () => any]>([
    ['list', () => [{ name: 'A', value: 'a' }]],
    ['map', () => ({ A: 'a' })],
  ])('a Lazy %s', (_, produce) => {
    expect(env(Lazy.any({ produce }))).toEqual([{ name: 'A', value: 'a' }]);
  });

  test('values of a custom resolver', () => {
    class Parameter {
      constructor(public readonly id: string) {}
    }
    class Parameters implements IResolver {
      public resolve(context: ResolutionContext): void {
        if (context.value instanceof Parameter) {
          context.replaceValue(`resolved-${context.value.id}`);
        }
        if (context.value === 'old') {
          context.replaceValue('new');
        }
      }
    }
    const chart = shop({}, { resolvers: [new Parameters()] });
    new Container(new Pod(chart, 'pod'), 'app', { image: 'app:1', env: { A: new Parameter('a') as any, B: 'old' } });
    expect(only(chart, 'Pod').spec.containers[0].env).toEqual([{ name: 'A', value: 'resolved-a' }, { name: 'B', value: 'new' }]);
  });
});

test.each<[string, k8s.EnvVarSource, any]>([
  ['configMapKey', EnvSource.configMapKey('cm', 'k'), { configMapKeyRef: { name: 'cm', key: 'k' } }],
  ['configMapKey, optional', EnvSource.configMapKey('cm', 'k', { optional: true }), { configMapKeyRef: { name: 'cm', key: 'k', optional: true } }],
  ['secretKey', EnvSource.secretKey('s', 'k'), { secretKeyRef: { name: 's', key: 'k' } }],
  ['secretKey, not optional', EnvSource.secretKey('s', 'k', { optional: false }), { secretKeyRef: { name: 's', key: 'k', optional: false } }],
  ['fileKey', EnvSource.fileKey('vol', 'a.env', 'K'), { fileKeyRef: { volumeName: 'vol', path: 'a.env', key: 'K' } }],
  ['fileKey of a volume, optional', EnvSource.fileKey(Volume.emptyDir('vol'), 'a.env', 'K', { optional: true }),
    { fileKeyRef: { volumeName: 'vol', path: 'a.env', key: 'K', optional: true } }],
])('EnvSource.%s', (_, source, expected) => {
  expect(env({ X: source })).toEqual([{ name: 'X', valueFrom: expected }]);
});

test.each<[string, k8s.EnvFromSource, any]>([
  ['configMap', EnvFrom.configMap('cm'), { configMapRef: { name: 'cm' } }],
  ['configMap with prefix', EnvFrom.configMap('cm', { prefix: 'P_', optional: true }), { prefix: 'P_', configMapRef: { name: 'cm', optional: true } }],
  ['secret', EnvFrom.secret('s'), { secretRef: { name: 's' } }],
  ['secret with prefix', EnvFrom.secret('s', { prefix: 'P_', optional: false }), { prefix: 'P_', secretRef: { name: 's', optional: false } }],
])('EnvFrom.%s', (_, source, expected) => {
  expect(podSpec({ image: 'app:1', envFrom: [source] }).containers[0].envFrom).toEqual([expected]);
});

test.each<[string, () => unknown, string]>([
  ['EnvSource.configMapKey', () => EnvSource.configMapKey('', 'k'), 'got ""'],
  ['EnvSource.secretKey', () => EnvSource.secretKey(undefined as any, 'k'), 'got undefined'],
  ['EnvSource.fileKey', () => EnvSource.fileKey({} as any, 'p', 'k'), 'got an object of type Object without one'],
  ['EnvFrom.configMap', () => EnvFrom.configMap(null as any), 'got null'],
  ['EnvFrom.secret', () => EnvFrom.secret(new Date() as any), 'got an object of type Date without one'],
])('%s without a name', (what, use, got) => {
  expect(failure(use)).toBe(`${what} takes a name or an object with a name, ${got}`);
});
