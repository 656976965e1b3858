import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { CronJob, DaemonSet, Deployment, Job, KubernetesObject, Pod, PodTemplate, ReplicaSet, ReplicationController, Service, StatefulSet } from '../../../src';
import { shop, synth } from '../helpers';

const template = { containers: [{ name: 'app', image: 'app:1' }] };
const job = { template: { restartPolicy: 'Never' as const, ...template } };
const KINDS: { [kind: string]: (scope: Construct, id: string, metadata?: any) => KubernetesObject } = {
  Pod: (s, id, metadata) => new Pod(s, id, { metadata, ...template }),
  PodTemplate: (s, id, metadata) => new PodTemplate(s, id, { metadata, template }),
  ReplicationController: (s, id, metadata) => new ReplicationController(s, id, { metadata, template }),
  ReplicaSet: (s, id, metadata) => new ReplicaSet(s, id, { metadata, template }),
  Deployment: (s, id, metadata) => new Deployment(s, id, { metadata, template }),
  StatefulSet: (s, id, metadata) => new StatefulSet(s, id, { metadata, template }),
  DaemonSet: (s, id, metadata) => new DaemonSet(s, id, { metadata, template }),
  Job: (s, id, metadata) => new Job(s, id, { metadata, ...job }),
  CronJob: (s, id, metadata) => new CronJob(s, id, { metadata, schedule: '* * * * *', jobTemplate: job }),
  Service: (s, id, metadata) => new Service(s, id, { metadata, ports: [{ port: 1 }] }),
};
const LONG = 'a-very-long-identifier-of-some-construct-that-nobody-would-want-to-read-aloud';

/** The error of a name: by the API's rules for the kind, and for names that controllers derive from it. */
function wrong(kind: string, name: string): string | undefined {
  const label = kind === 'Service' ? /^[a-z]([a-z0-9-]*[a-z0-9])?$/ : /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
  const max = kind === 'CronJob' || kind === 'StatefulSet' ? 52 : 63;
  return label.test(name) && name.length <= max ? undefined : `${kind} ${name} (${name.length} characters)`;
}

// Names are part of what users have deployed: a change of one replaces their object.
test.each([
  ['Deployment', 'web', 'shop-web-c80b2a96'],
  ['Pod', 'my.pod', 'shop-my-pod-c8f65c73'],
  ['Pod', 'my_pod', 'shop-my-pod-c887fcba'],
  ['Pod', 'MyPod', 'shop-mypod-c83d78e4'],
  ['Pod', 'größe', 'shop-gre-c87ff9d5'],
  ['Pod', '日本', 'shop-c8bf0707'],
  ['Pod', '-._-', 'shop-c80834b1'],
  ['Pod', LONG, 'a-very-long-identifier-of-some-construct-that-nobody-w-c87de498'],
  ['CronJob', LONG, 'a-very-long-identifier-of-some-construct-th-c87de498'],
  ['StatefulSet', LONG, 'a-very-long-identifier-of-some-construct-th-c87de498'],
  ['Service', '1st', 'shop-1st-c84eeec8'],
])('the name of %s %s is %s', (kind, id, expected) => {
  expect(KINDS[kind](shop(), id).name).toBe(expected);
  expect(wrong(kind, expected)).toBeUndefined();
});

test.each([
  ['Service', '9.Shop_', 'web', 'service-9-shop-web-c858df2c'],
  ['Service', '9.Shop_', '日本', 'service-9-shop-c84f5879'],
  ['Pod', '9.Shop_', 'web', '9-shop-web-c858df2c'],
  ['Pod', '_', '.', 'pod-c8'],
])('the name of %s in chart %s, id %s', (kind, chartId, id, expected) => {
  const { name } = KINDS[kind](new Chart(Testing.app(), chartId), id);
  expect(name).toContain(expected);
  expect(wrong(kind, name)).toBeUndefined();
});

describe.each(Object.keys(KINDS))('%s', (kind) => {
  test('the name stands in the manifest, the construct and its metadata', () => {
    const chart = shop();
    const object = KINDS[kind](chart, 'My_Long.Id-'.repeat(9));
    expect(wrong(kind, object.name)).toBeUndefined();
    expect(synth(chart)[0].metadata.name).toBe(object.name);
    expect(object.metadata.name).toBe(object.name);
    expect(object.metadata.toJson().name).toBe(object.name);
  });

  test('a name that the user gives is kept', () => {
    const chart = shop();
    expect(KINDS[kind](chart, 'a', { name: 'own-name' }).name).toBe('own-name');
    expect(synth(chart)[0].metadata).toEqual({ name: 'own-name' });
  });

  test.each(['web', 'my.web', 'my_web', 'Web', LONG])('charts without hashes: id %s', (id) => {
    const { name } = KINDS[kind](shop({ disableResourceNameHashes: true }), id);
    expect(wrong(kind, name)).toBeUndefined();
    if (id === 'web') {
      expect(name).toBe('shop-web');
    }
  });

  test('namespace and labels of the chart stay', () => {
    const chart = shop({ namespace: 'ns', labels: { team: 'a' } });
    KINDS[kind](chart, 'my_id', { labels: { own: 'b' } });
    expect(synth(chart)[0].metadata).toMatchObject({ namespace: 'ns', labels: { team: 'a', own: 'b' } });
  });
});

test('two ids that clean to the same text have different names, with and without hashes', () => {
  const ids = ['a.b', 'a_b', 'a-b', 'a..b', 'a._b'];
  for (const disableResourceNameHashes of [false, true]) {
    const chart = shop({ disableResourceNameHashes });
    expect(new Set(ids.map((id) => new Pod(chart, id).name)).size).toBe(ids.length);
  }
});

test('names depend on the path alone', () => {
  const names = () => {
    const chart = shop();
    new Pod(chart, 'before');
    return new Pod(new Construct(chart, 'x_y'), 'a.b').name;
  };
  expect(names()).toBe(new Pod(new Construct(shop(), 'x_y'), 'a.b').name);
});

describe('random ids', () => {
  /** A small generator with a seed, so that a failure can be repeated. */
  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state * 1664525 + 1013904223) % 2 ** 32;
      return state / 2 ** 32;
    };
  }

  const ALPHABET = [...'abcxyz019ABZ--__..  ~!@#$%^&*()+=[]{}|;:\'",<>?`\\ßéİıǅñ日本語🎉\u0000\u200d\u0301\ud800'];

  test.each([1, 2, 3])('give valid and distinct names (seed %i)', (seed) => {
    const next = random(seed);
    const id = () => Array.from({ length: 1 + Math.floor(next() ** 3 * 90) }, () => ALPHABET[Math.floor(next() * ALPHABET.length)]).join('');
    const kinds = Object.keys(KINDS);
    const errors: string[] = [];
    for (let round = 0; round < 40; round++) {
      const chart = new Chart(Testing.app(), id());
      const names = new Map<string, string>();
      const paths = new Set<string>();
      for (let i = 0; i < 30; i++) {
        const kind = kinds[Math.floor(next() * kinds.length)];
        const scope = next() < 0.5 ? chart : new Construct(chart, `scope${i}${id()}`);
        const its = id();
        if (scope.node.tryFindChild(its)) {
          continue;
        }
        const object = KINDS[kind](scope, its);
        const error = wrong(kind, object.name);
        if (error) {
          errors.push(`${JSON.stringify(object.node.path)}: ${error}`);
        }
        const known = names.get(object.name);
        if (known !== undefined && !paths.has(object.node.path)) {
          errors.push(`${JSON.stringify([known, object.node.path])}: both ${object.name}`);
        }
        names.set(object.name, object.node.path);
        paths.add(object.node.path);
      }
    }
    expect(errors).toEqual([]);
  });
});
