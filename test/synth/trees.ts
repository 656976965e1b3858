import { ApiObject, App, Chart, Include } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import * as fc from 'fast-check';
import { Pod } from '../../src/constructs/objects/pod';

/** What a random app is made of: each thing is put under an earlier one, and may depend on any others. */
export interface RandomApp {
  readonly things: readonly { what: 'chart' | 'construct' | 'object' | 'pod' | 'include'; under: number; id: string; namespace?: string; labels?: boolean }[];
  readonly dependencies: readonly [from: number, on: number][];
}

const ID = fc.constantFrom('a', 'b', 'web', 'Data_1', 'x.y', '7', '12', '003', 'Default', 'Resource', 'UPPER', 'ü');

export const randomApp: fc.Arbitrary<RandomApp> = fc.record({
  things: fc.array(fc.record({
    what: fc.constantFrom('chart' as const, 'chart' as const, 'construct' as const, 'object' as const, 'object' as const, 'pod' as const, 'include' as const),
    under: fc.nat(),
    id: ID,
    namespace: fc.option(fc.constantFrom('one', 'two'), { nil: undefined, freq: 3 }),
    labels: fc.boolean(),
  }), { minLength: 1, maxLength: 14 }),
  dependencies: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
});

/** Builds it. Dependencies that would go backward are turned round, unless `any` is set, so that most apps have no circle. */
export function build(app: App, random: RandomApp, includes: string, any: boolean): void {
  const made: IConstruct[] = [];
  const scopes: Construct[] = [app];
  random.things.forEach(({ what, under, id, namespace, labels }, n) => {
    const scope = scopes[under % scopes.length];
    const unique = scope.node.tryFindChild(id) ? `${id}${n}` : id;
    const inChart = scope.node.scopes.some((s) => Chart.isChart(s));
    const metadata = { namespace, ...(labels ? { labels: { n: String(n) } } : {}) };
    if (what === 'chart' || (!inChart && what !== 'construct')) {
      const chart = new Chart(scope, unique, { namespace, labels: labels ? { chart: 'yes' } : undefined, disableResourceNameHashes: n % 5 === 4 });
      scopes.push(chart);
      made.push(chart);
    } else if (what === 'construct') {
      const construct = new Construct(scope, unique);
      scopes.push(construct);
      if (inChart) {
        made.push(construct);
      }
    } else if (what === 'pod') {
      made.push(new Pod(scope, unique, { metadata: { ...metadata, name: `pod-${n}` }, containers: [{ name: 'app', image: 'nginx', env: { N: `${n}` } as any }] }));
    } else if (what === 'include') {
      made.push(new Include(scope, unique, { url: includes }));
    } else {
      const object = new ApiObject(scope, unique, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { ...metadata, name: `cm-${n}` }, data: { n: `${n}`, deep: { list: [n, null] } } });
      scopes.push(object);
      made.push(object);
    }
  });
  for (const [from, on] of random.dependencies) {
    if (made.length < 2) {
      break;
    }
    let [a, b] = [from % made.length, on % made.length];
    if (a === b) {
      continue;
    }
    if (!any && a > b) {
      [a, b] = [b, a];
    }
    made[a].node.addDependency(made[b]);
  }
}
