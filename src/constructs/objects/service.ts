import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import * as k8s from '../../k8s';
import { fail } from '../bridge/attach';
import { podContentOf } from '../containers/pod-content';
import { IngressBackendProps } from '../generated/networking';
import { ServiceProps } from '../generated/props';
import { rememberGiven } from '../plain/given';
import { KubernetesObject } from '../plain/kubernetes-object';
import { Advice, Misuse } from '../plain/misuse';
import { IPodSelector } from '../plain/named';
import { portsText } from '../plain/ports-text';
import { toPlain } from '../plain/reader';
import { Rendering } from '../plain/rendering';

/**
 * A Service: one address for the pods that its selector matches.
 *
 * @example
 *
 *   new Service(chart, 'web', { selectorFor: deployment, ports: [{ port: 80, targetPort: 'http' }] });
 */
export class Service extends KubernetesObject {
  private readonly fields: ServiceProps;

  /**
   * @param scope the chart or construct that it belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props metadata and the fields of `ServiceSpec`; `selectorFor` takes the workload or pod whose pods it selects, and checks
   * that the named target ports are ports of its containers
   * @throws Error when a prop is used wrongly, with the construct's path
   */
  constructor(scope: Construct, id: string, props: ServiceProps = {}) {
    super(scope, id, { apiVersion: 'v1', kind: 'Service', metadata: props.metadata });
    this.fields = props;
    rememberGiven(this, props);
    if (props.selector !== undefined && props.selectorFor !== undefined) {
      fail(`${this.node.path}: selector and selectorFor are not allowed together`, 'remove one of them');
    }
    if (props.selectorFor !== undefined && typeof props.selectorFor?.matchLabels !== 'function') {
      fail(`${this.node.path}: selectorFor must be a Pod or a workload of this library, got ${kindOf(props.selectorFor)}`,
        'for other objects write their labels: selector: { app: … }');
    }
  }

  /**
   * The Service as a backend of an Ingress: `backend: web.backend('http')`. At synth, the Ingress checks that the Service has the port.
   *
   * @param port name or number of one of its ports; required unless the Service has exactly one port
   * @throws Error when no port is given and the Service has none or several
   */
  public backend(port?: string | number): IngressBackendProps {
    const of = port ?? this.onlyPort();
    return { service: { name: this, port: typeof of === 'number' ? { number: of } : { name: of } } };
  }

  /** @internal */
  public _content(): { [key: string]: unknown } {
    const { metadata, selectorFor, ...spec } = this.fields;
    return { spec: selectorFor === undefined ? spec : { ...spec, selector: selectorFor.matchLabels() } };
  }

  private onlyPort(): string | number {
    const rendering = new Rendering(this);
    const ports: unknown = toPlain(rendering.resolved(this.fields.ports), rendering, []);
    const known: readonly k8s.ServicePort[] = Array.isArray(ports) ? ports : [];
    if (known.length !== 1) {
      fail(`${this.node.path}: backend() needs a port, since the Service has ${portsText(known)}`,
        known.length === 0 ? 'add ports to the Service' : `backend(${known[0].name === undefined ? known[0].port : `'${known[0].name}'`})`);
    }
    return known[0].name ?? known[0].port;
  }

  /** @internal */
  public _problems(manifest: any): readonly Misuse[] {
    const target = this.fields.selectorFor;
    return target === undefined ? [] : wrongPorts(manifest.spec?.ports, target);
  }

  /** @internal */
  public _advice(manifest: any): readonly Advice[] {
    const target = this.fields.selectorFor;
    return target === undefined ? [] : missingPorts(manifest.spec?.ports, target);
  }
}

/**
 * Ports without `targetPort` that the pods do not have, although they declare ports of that protocol. A container need not declare what it
 * listens on, so pods without any declared port may well have it.
 */
function missingPorts(ports: any, target: IPodSelector): Advice[] {
  const declared = podContentOf(target)?.declaredPorts() ?? [];
  return !Array.isArray(ports) ? [] : ports.flatMap(({ port, targetPort, protocol = 'TCP' }: any, index): Advice[] => {
    const known = declared.filter((one) => (one.protocol ?? 'TCP') === protocol);
    if ((targetPort !== undefined && targetPort !== '' && targetPort !== 0) || known.length === 0 || known.some(({ containerPort }) => containerPort === port)) {
      return [];
    }
    const first = known[0];
    return [{
      code: 'advice/service-target-port',
      keys: ['spec', 'ports', index, 'port'],
      message: `without targetPort the Service sends to port ${port}, which no container of the selected pods declares; they declare `
        + known.map(({ name, containerPort }) => (name === undefined ? `${containerPort}` : `${containerPort} ('${name}')`)).join(', '),
      hint: `add targetPort: ${first.name === undefined ? first.containerPort : `'${first.name}'`}`,
    }];
  });
}

/** What a value is, for a message. */
function kindOf(value: any): string {
  return ApiObject.isApiObject(value) ? `the ${value.kind} '${value.node.path}'` : value === null || typeof value !== 'object' ? JSON.stringify(value) ?? typeof value
    : value.constructor === Object ? 'a plain object' : `an object of class ${value.constructor?.name ?? 'Object'}`;
}

/** Named target ports that no container of the pods declares, for the protocol of the port. */
function wrongPorts(ports: any, target: IPodSelector): Misuse[] {
  const pod = podContentOf(target);
  if (!pod || !Array.isArray(ports)) {
    return [];
  }
  const declared = pod.declaredPorts();
  const misuses: Misuse[] = [];
  for (const [index, port] of ports.entries()) {
    const { targetPort, protocol = 'TCP' } = port;
    if (typeof targetPort !== 'string' || /^\d+$/.test(targetPort)) {
      continue;
    }
    if (!declared.some((p) => p.name === targetPort && (p.protocol ?? 'TCP') === protocol)) {
      const known = declared.filter((p) => p.name !== undefined).map((p) => `'${p.name}' (${p.protocol ?? 'TCP'})`).join(', ');
      misuses.push({
        keys: ['spec', 'ports', index, 'targetPort'],
        message: `the selected pods have no ${protocol} port named '${targetPort}'; `
          + (known ? `they have ${known}` : 'they have no named port; name one in ports of a container, or use its number'),
      });
    }
  }
  return misuses;
}
