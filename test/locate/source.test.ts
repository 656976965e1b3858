import { Container, Pod } from '../../src';
import { sourceOf } from '../../src/locate/source';
import { shop, synthFailure } from '../constructs/helpers';

const agent = process.env.JSII_AGENT;
afterEach(() => {
  if (agent === undefined) {
    delete process.env.JSII_AGENT;
  } else {
    process.env.JSII_AGENT = agent;
  }
});

const bad = () => synthFailure((chart) => new Container(new Pod(chart, 'pod'), 'app', { image: 'app:1', imagePullPolicy: 'Now' as any }));

test('a construct is from the line that made it', () => {
  const line = Number(/test\.ts:(\d+)/.exec(new Error().stack!)![1]) + 1;
  const pod = new Pod(shop(), 'pod');
  expect(sourceOf(pod)).toMatch(new RegExp(`^test/locate/source\\.test\\.ts:${line}:\\d+$`));
  expect(bad()).toMatch(/ · shop\/pod\/app · test\/locate\/source\.test\.ts:\d+:\d+ · /);
});

test('in a program of another language no line of jsii stands for one of the user', () => {
  process.env.JSII_AGENT = 'Python/3.11.7';
  expect(sourceOf(new Pod(shop(), 'pod'))).toBeUndefined();
  expect(bad()).toMatch(/Pod shop-pod-\w+ · shop\/pod\/app · FieldValueNotSupported/);
});
