// The ports that the containers of pods declare.
import { JsonMap, mapsAt, numberAt, textAt } from '../../objects/plain';
import { portsOf } from '../app/declared-ports';
import type { AppPods } from '../app/pods';

/** The ports of pods, by name and by number, each with its protocols. */
interface PortTable {
  readonly byTarget: ReadonlyMap<string | number, ReadonlySet<string>>;
  /** A container declares no port. */
  readonly isOpen: boolean;
}

/** Remembers the ports of pods that are asked for again and again: of all that one selector selects. */
export class Ports {
  private readonly tables = new Map<readonly AppPods[] | AppPods, PortTable>();

  /**
   * Whether one of the pods has the target of a port of a Service. `maybe`: it is a number, and a container does not say which ports it has.
   */
  public find(port: JsonMap, pods: readonly AppPods[]): Answer {
    return answer(port, this.tables.get(pods) ?? this.learn(pods, tableOf(pods)));
  }

  /** The same of one workload. */
  public findIn(port: JsonMap, pods: AppPods): Answer {
    return answer(port, this.tables.get(pods) ?? this.learn(pods, tableOf([pods])));
  }

  private learn(pods: readonly AppPods[] | AppPods, table: PortTable): PortTable {
    this.tables.set(pods, table);
    return table;
  }
}

type Answer = 'found' | 'maybe' | 'other-protocol' | 'missing';

function answer(port: JsonMap, table: PortTable): Answer {
  const name = textAt(port, 'targetPort');
  const protocols = table.byTarget.get(name ?? numberAt(port, 'targetPort') ?? numberAt(port, 'port') ?? 0);
  if (protocols?.has(textAt(port, 'protocol') ?? 'TCP') === true) {
    return 'found';
  }
  return name === undefined && table.isOpen ? 'maybe' : protocols === undefined ? 'missing' : 'other-protocol';
}

function tableOf(pods: readonly AppPods[]): PortTable {
  const byTarget = new Map<string | number, Set<string>>();
  for (const { name, port, protocol } of pods.flatMap(portsOf)) {
    for (const target of name === undefined ? [port] : [port, name]) {
      byTarget.set(target, (byTarget.get(target) ?? new Set()).add(protocol));
    }
  }
  return { byTarget, isOpen: pods.some(({ spec }) => mapsAt(spec, 'containers').some((container) => mapsAt(container, 'ports').length === 0)) };
}
