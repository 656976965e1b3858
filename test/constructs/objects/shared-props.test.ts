// Props that two constructs are made from, and that change in between.
import { App, Chart } from 'cdk8s';
import { Container, ContainerProps, Deployment, Pod } from '../../../src';

function twice(change: (props: any) => void, after: (props: any) => void = () => undefined): string[] {
  const pod = new Pod(new Chart(new App(), 'shop'), 'pod');
  const props = { image: 'a:1', env: { LEVEL: 'info' } as { [name: string]: string }, ports: [{ containerPort: 80 }] };
  new Container(pod, 'first', props);
  change(props);
  new Container(pod, 'second', props);
  after(props);
  return pod.node.validate();
}

test.each<[string, (props: any) => void, string]>([
  ['a value', (props) => {
    props.image = 'b:1';
  }, 'image'],
  ['a variable', (props) => {
    props.env.LEVEL = 'debug';
  }, 'env'],
  ['a new variable', (props) => {
    props.env.TEAM = 'a';
  }, 'env'],
  ['a port', (props) => {
    props.ports.push({ containerPort: 81 });
  }, 'ports'],
  ['a new field', (props) => {
    props.workingDir = '/';
  }, 'workingDir'],
])('%s changes in between', (_, change, field) => {
  expect(twice(change)).toEqual([
    expect.stringContaining(`${field} was changed after this construct was made from it, and before 'shop/pod/second' was made from the same object: both have `
      + 'the change'),
  ]);
  expect(twice(change)[0]).toContain('shop/pod/first');
  expect(twice(change)[0]).toContain('fix: give each of them an object of its own, such as { ...props }');
});

test('nothing changes', () => {
  expect(twice(() => undefined)).toEqual([]);
});

test('a change after all of them is made on purpose', () => {
  expect(twice(() => undefined, (props) => {
    props.image = 'b:1';
  })).toEqual([]);
});

test('props that one construct is made from may change', () => {
  const pod = new Pod(new Chart(new App(), 'shop'), 'pod');
  const props: { -readonly [P in keyof ContainerProps]: ContainerProps[P] } = { image: 'a:1' };
  new Container(pod, 'app', props);
  props.image = 'b:1';
  expect(pod.node.validate()).toEqual([]);
  expect(pod.toJson().spec.containers[0].image).toBe('b:1');
});

test('a part that two workloads share', () => {
  const chart = new Chart(new App(), 'shop');
  const template = { containers: [{ name: 'app', image: 'a:1' }] };
  const first = new Deployment(chart, 'first', { template });
  template.containers[0].image = 'b:1';
  const second = new Deployment(chart, 'second', { template: { ...template, hostNetwork: false } });
  expect(first.node.validate()[0]).toContain("template was changed after this construct was made from it, and before 'shop/second'");
  expect(second.node.validate()).toEqual([]);
});
