// Where Services and Ingresses of an app lead to: ports of pods.
import type { Pods } from './peers';
import { NO_PORTS, Ports, portsOf, Protocol, PROTOCOLS, union } from './ports';
import { JsonMap, mapsAt, numberAt, textAt } from '../../objects/plain';
import type { App } from '../app/app';
import { backendsOf } from '../app/references';
import { selectionOf } from '../app/selections';
import type { AppObject } from '../model';

/** A port of pods, as a Service leads to it. */
export interface Target {
  readonly pods: Pods;
  readonly protocol: Protocol;
  readonly number: number;
}

/** What of an app the Services of it lead to. */
export class Targets {
  private readonly byObject: ReadonlyMap<AppObject, Pods>;

  constructor(private readonly app: App, workloads: readonly Pods[]) {
    this.byObject = new Map(workloads.map((pods) => [pods.of!, pods]));
  }

  /** The pods behind a port of a Service. */
  public ofService(service: AppObject, port: JsonMap): Target[] {
    const wanted = textAt(port, 'protocol') ?? 'TCP';
    const protocol = PROTOCOLS.find((one) => one === wanted);
    const name = textAt(port, 'targetPort');
    const number = numberAt(port, 'targetPort') ?? numberAt(port, 'port') ?? 0;
    const selection = textAt(service.object, 'spec', 'type') === 'ExternalName' ? undefined : selectionOf(this.app, service);
    const all = (selection?.pods ?? []).flatMap(({ of }) => this.byObject.get(of) ?? []);
    return protocol === undefined ? [] : all.flatMap((pods) => (name === undefined ? [number] : pods.numbersAt!({ protocol, name }))
      .map((target): Target => ({ pods, protocol, number: target })));
  }

  /** The backends of an Ingress that lead to a port of a Service of the app, in order. */
  public ofIngress(ingress: AppObject): { readonly base: ReturnType<typeof backendsOf>[number]['base']; readonly service: AppObject; readonly port: JsonMap }[] {
    return backendsOf(ingress.object).flatMap(({ backend, base }) => {
      const name = textAt(backend, 'service', 'name');
      const found = name === undefined ? undefined : this.app.lookup({ group: '', kind: 'Service', namespace: ingress.id.namespace, name });
      const service = found?.where === 'input' && !found.object.unreadable ? found.object : undefined;
      const wanted = textAt(backend, 'service', 'port', 'name') ?? numberAt(backend, 'service', 'port', 'number');
      const port = wanted === undefined ? undefined : mapsAt(service?.object, 'spec', 'ports').find((one) => one.name === wanted || one.port === wanted);
      return service === undefined || port === undefined ? [] : [{ base, service, port }];
    });
  }

  /** The ports of pods that Ingresses lead to. */
  public ofIngresses(): ReadonlyMap<Pods, Ports> {
    const found = new Map<Pods, Ports>();
    for (const { service, port } of this.app.readable('Ingress').flatMap((ingress) => this.ofIngress(ingress))) {
      this.ofService(service, port).forEach(({ pods, protocol, number }) =>
        found.set(pods, union(found.get(pods) ?? NO_PORTS, portsOf(protocol, [number, number]))));
    }
    return found;
  }
}
