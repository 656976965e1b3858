// What holds for all NetworkPolicies, tried on sets made at random.
import { namespaceOf, policy, workload } from './objects';
import { Random } from '../../../conformance/generate/random';
import { ConnectionChange, Connectivity, connectivity, connectivityDiff } from '../../../src/links/network';
import { ALL_PORTS, difference, intersection, isNone, NO_PORTS, Ports, portsOf, portsText, samePorts, union } from '../../../src/links/network/ports';

const SETS = 40;
const NAMESPACES = ['one', 'two'];
const CIDRS = ['10.0.0.0/8', '10.1.0.0/16', '203.0.113.0/24', '0.0.0.0/1', '2001:db8::/32'];

class Maker {
  private readonly random: Random;

  constructor(index: number) {
    this.random = new Random(16, index);
  }

  public set(): object[] {
    const workloads = this.some(4, (i) => workload(`w${i}`, {
      namespace: this.pick(NAMESPACES),
      labels: { app: this.pick(['a', 'b', 'c']), id: `w${i}` },
      ports: { http: this.pick([80, 8080]) },
      hostNetwork: this.chance(10),
      kind: this.pick(['Deployment', 'StatefulSet', 'DaemonSet']),
    }));
    const policies = this.some(this.random.between(1, 4), (i) => this.policy(`p${i}`));
    return [...NAMESPACES.map((name) => namespaceOf(name, { team: this.pick(['x', 'y']) })), ...workloads, ...policies];
  }

  public policy(name: string): object {
    const types = this.pick([['Ingress'], ['Egress'], ['Ingress', 'Egress']]);
    const rules = (who: string) => this.some(this.random.below(3), () => this.rule(who));
    return policy(name, { podSelector: this.selector('app', ['a', 'b', 'c']), policyTypes: types, ingress: rules('from'), egress: rules('to') }, this.pick(NAMESPACES));
  }

  public rule(who: string): object {
    const peers = this.some(this.random.below(3), () => this.peer());
    const ports = this.some(this.random.below(3), () => this.port());
    return { ...this.chance(80) ? { [who]: peers } : {}, ...this.chance(70) ? { ports } : {} };
  }

  public chance(percent: number): boolean {
    return this.random.below(100) < percent;
  }

  public pick<T>(list: readonly T[]): T {
    return list[this.random.below(list.length)];
  }

  private peer(): object {
    if (this.chance(25)) {
      return { ipBlock: { cidr: this.pick(CIDRS) } };
    }
    const pods = { podSelector: this.selector('app', ['a', 'b', 'd']) };
    return this.chance(50) ? pods : { namespaceSelector: this.selector('team', ['x', 'y', 'z']), ...this.chance(50) ? pods : {} };
  }

  private port(): object {
    const protocol = this.pick(['TCP', 'UDP', undefined]);
    const port = this.pick<object>([{}, { port: 80 }, { port: 8080 }, { port: 'http' }, { port: 100, endPort: 9000 }]);
    return { ...port, ...protocol === undefined ? {} : { protocol } };
  }

  private selector(key: string, values: readonly string[]): object {
    return this.pick<() => object>([
      () => ({}), () => ({ matchLabels: { [key]: this.pick(values) } }), () => ({ matchExpressions: [{ key, operator: 'NotIn', values: [this.pick(values)] }] }),
    ])();
  }

  private some<T>(count: number, make: (i: number) => T): T[] {
    return Array.from({ length: count }, (_, i) => make(i));
  }
}

/** The ports of every pair, those that are open for certain and those that may be. */
function pairs({ connections }: Connectivity): Map<string, { sure: Ports; most: Ports }> {
  return new Map<string, { sure: Ports; most: Ports }>(connections.flatMap(({ from, to, ports, unclear }) => from.flatMap((a) => to.map((b) => [`${a} -> ${b}`, { sure: ports, most: unclear?.ports ?? ports }] as const))));
}

const isWithin = (inner: Ports, outer: Ports): boolean => isNone(difference(inner, outer));
const SEEDS = Array.from({ length: SETS }, (_, i) => i);

test.each([0, 1, 2])('a rule more never takes away from what pods may do whom the policy is for already (%i)', (part) => {
  let added = 0;
  for (const seed of SEEDS.filter((one) => one % 3 === part)) {
    const make = new Maker(seed);
    const set = make.set();
    const index = set.findIndex((object) => (object as { kind: string }).kind === 'NetworkPolicy');
    const old = set[index] as { spec: { policyTypes: string[]; ingress: object[]; egress: object[] } };
    const direction = old.spec.policyTypes[0] === 'Ingress' ? 'ingress' : 'egress';
    const rule = make.rule(direction === 'ingress' ? 'from' : 'to');
    const more = set.map((object, i) => i === index ? { ...old, spec: { ...old.spec, [direction]: [...old.spec[direction], rule] } } : object);
    for (const { lost, before, after } of connectivityDiff(set, more).changes) {
      expect(portsText(lost)).toBe('none');
      expect(isWithin(before.unclear?.ports ?? before.ports, after.unclear?.ports ?? after.ports)).toBe(true);
      added++;
    }
  }
  expect(added).toBeGreaterThan(5);
});

test('a policy more never adds to what pods may do that nothing isolated', () => {
  let cut = 0;
  for (const seed of SEEDS) {
    const make = new Maker(seed);
    const open = make.set().filter((object) => (object as { kind: string }).kind !== 'NetworkPolicy');
    for (const { gained } of connectivityDiff(open, [...open, make.policy('p')]).changes) {
      expect(portsText(gained)).toBe('none');
      cut++;
    }
  }
  expect(cut).toBeGreaterThan(20);
});

test('what is certain is never more than what may be; the order of objects does not matter; the second answer is the first', () => {
  for (const seed of SEEDS) {
    const set = new Maker(seed).set();
    const answer = connectivity(set);
    const found = pairs(answer);
    found.forEach(({ sure, most }) => expect(isWithin(sure, most)).toBe(true));
    expect(connectivity(set)).toEqual(answer);
    const turned = pairs(connectivity([...set].reverse()));
    expect([...turned.keys()].sort()).toEqual([...found.keys()].sort());
    turned.forEach(({ sure, most }, pair) => {
      expect(portsText(sure)).toBe(portsText(found.get(pair)!.sure));
      expect(portsText(most)).toBe(portsText(found.get(pair)!.most));
    });
  }
});

test('the difference is what the two answers differ in', () => {
  for (const seed of SEEDS.slice(0, 20)) {
    const [before, after] = [new Maker(seed).set(), new Maker(seed).set()];
    after.push(new Maker(seed + SETS).policy('more'));
    const changes = new Map<string, Pick<ConnectionChange, 'gained' | 'lost'>>(connectivityDiff(before, after).changes.flatMap(({ from, to, ...change }) => from.flatMap((a) => to.map((b) => [`${a} -> ${b}`, change] as const))));
    const [old, now] = [pairs(connectivity(before)), pairs(connectivity(after))];
    const workloads = connectivity(before).peers.filter(({ type }) => type === 'workload').map(({ id }) => id);
    for (const pair of workloads.flatMap((a) => workloads.map((b) => `${a} -> ${b}`))) {
      const [a, b] = [old.get(pair)?.sure ?? NO_PORTS, now.get(pair)?.sure ?? NO_PORTS];
      const change = changes.get(pair);
      expect(portsText(change?.gained ?? NO_PORTS)).toBe(portsText(difference(b, a)));
      expect(portsText(change?.lost ?? NO_PORTS)).toBe(portsText(difference(a, b)));
    }
    expect(connectivityDiff(before, before).changes).toEqual([]);
  }
});

test('sets of ports', () => {
  const list = SEEDS.slice(0, 40).map((seed): Ports => {
    const random = new Random(7, seed);
    const range = (): Ports => {
      const from = random.between(1, 20);
      return portsOf('TCP', [from, from + random.below(5)]);
    };
    const own: Ports = { ...NO_PORTS, rest: seed % 2 === 0, named: seed % 3 === 0 ? ['TCP a'] : [] };
    return seed === 0 ? ALL_PORTS : seed === 1 ? NO_PORTS : [range(), range()].reduce(union, own);
  });
  for (const a of list) {
    for (const b of list) {
      expect(samePorts(union(a, b), union(b, a))).toBe(true);
      expect(samePorts(intersection(a, b), intersection(b, a))).toBe(true);
      expect(isWithin(intersection(a, b), a) && isWithin(a, union(a, b))).toBe(true);
      expect(samePorts(union(difference(a, b), intersection(a, b)), a)).toBe(true);
    }
  }
});
