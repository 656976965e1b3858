import { Chart } from 'cdk8s';
import { Container, Pod } from '../../../src';

/** Makes a mistake in a chart. */
export type Make = (chart: Chart) => unknown;

/** A pod with nothing wrong. */
export function pod(chart: Chart): Pod {
  const it = new Pod(chart, 'pod');
  new Container(it, 'app', { image: 'nginx:1.27' });
  return it;
}
