import type * as k8s from '../../k8s';
import { capital, containersText, noneOf, placeOf } from '../closest';
import { matcher, quoted, shownPartial } from '../context';
import { difference, similar, yamlOf } from '../difference';
import { inOrder } from '../in-order';
import { compare, Partially, withInstead } from '../partial';
import { podsOf } from '../pods';
import { Unusable } from '../received';

/** The probes of a container. */
export type ProbeType = 'liveness' | 'readiness' | 'startup';

const PROBES: readonly ProbeType[] = ['liveness', 'readiness', 'startup'];
const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'];

export const toHaveProbe = matcher(
  'toHaveProbe',
  (container: string, probe: ProbeType, partial?: Partially<k8s.Probe>) => [quoted(container), quoted(probe), ...shownPartial(partial)],
  (runner, subjects, container, probe, partial) => {
    if (!PROBES.includes(probe)) {
      throw new Unusable(`The probes of a container are ${PROBES.map(quoted).join(', ')}, not ${quoted(probe)}.`);
    }
    const pods = podsOf(subjects);
    const all = pods.flatMap(({ containers }) => containers);
    const named = all.filter(({ name }) => name === container);
    const probed = named.flatMap((placed) => {
      const value = placed.container?.[`${probe}Probe`];
      return value === undefined || value === null ? [] : [{ placed, comparison: compare(runner, partial ?? {}, value), value }];
    });
    const right = probed.filter(({ comparison }) => comparison.wrong === 0);
    const order = (value: unknown) => inOrder(value, 'Probe');
    return {
      pass: right.length > 0,
      explain: () => {
        if (right.length > 0) {
          return right.flatMap(({ placed, value }) => [
            `${capital(placeOf(placed))}, has a ${probe} probe:`,
            runner.utils.RECEIVED_COLOR(yamlOf(runner, value, order)),
          ]);
        }
        if (named.length === 0) {
          const like = similar(container, all.map(({ name }) => name));
          return [`${noneOf(pods, 'container')} '${container}'.${like === undefined ? '' : ` Did you mean '${like}'?`}`, containersText(pods)];
        }
        const [best] = [...probed].sort((a, b) => a.comparison.wrong - b.comparison.wrong);
        if (best === undefined) {
          return named.map((placed) => {
            const has = PROBES.filter((type) => placed.container?.[`${type}Probe`]);
            return `${capital(placeOf(placed))}, has no ${probe} probe${has.length === 0 ? '' : `, only ${has.map((type) => `a ${type} probe`).join(' and ')}`}.`;
          });
        }
        return [`${capital(placeOf(best.placed))}, has a different ${probe} probe:`, difference(runner, withInstead(best.comparison, best.value, HANDLERS), order)];
      },
    };
  },
);
