import { mkdtempSync, readdirSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, AppProps, Chart, ChartProps, Testing } from 'cdk8s';
import * as lib from '../../src';

/** A chart with the path `shop` in an app of its own. */
export function shop(props: ChartProps = {}, app: AppProps = {}): Chart {
  return new Chart(Testing.app(app), 'shop', props);
}

/** What the chart synthesizes, in order. */
export function synth(chart: Chart): any[] {
  return Testing.synth(chart);
}

/** The one object of a kind that the chart synthesizes. */
export function only(chart: Chart, kind: string): any {
  const found = synth(chart).filter((o) => o.kind === kind);
  expect(found).toHaveLength(1);
  return found[0];
}

/** The spec of a pod with this one container. */
export function podSpec(container: lib.ContainerProps): any {
  const chart = shop();
  new lib.Container(new lib.Pod(chart, 'pod'), 'app', container);
  return only(chart, 'Pod').spec;
}

/** The message of what the function throws, without the line of this test that called it. */
export function failure(run: () => unknown): string {
  try {
    run();
  } catch (e) {
    expect(e).toBeInstanceOf(Error);
    return (e as Error).message.replace(/\n {4}test\/[\w./-]+\.ts:\d+:\d+(?=\n|$)/g, '');
  }
  throw new Error('nothing was thrown');
}

/** What an error has for one mistake: the message with its place, the line about its construct, and the fix. */
export function withFix(message: string, fix: string): RegExp {
  const [what, how] = [message, fix].map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`${what}\\n(?: {4}.*\\n)? {4}fix: ${how}(?:\\n|$)`);
}

/** The error of `app.synth()`, after checking that no file was written. */
export function synthFailure(build: (chart: Chart) => void): string {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-pods-'));
  try {
    const app = new App({ outdir });
    build(new Chart(app, 'shop'));
    const message = failure(() => app.synth());
    expect(readdirSync(outdir)).toEqual([]);
    return message;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** A union class as `cdk8s import k8s` makes them. */
export class IntOrString {
  public static fromNumber(value: number): IntOrString {
    return new IntOrString(value);
  }
  private constructor(public readonly value: number | string) {}
}
