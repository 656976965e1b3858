import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { KubernetesObject } from './kubernetes-object';
import { fail } from '../bridge/attach';
import { podContentOf } from '../containers/pod-content';
import { ServiceProps } from '../generated/props';
import { Misuse } from '../plain/misuse';
import { IPodSelector } from '../plain/named';

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
    if (props.selector !== undefined && props.selectorFor !== undefined) {
      fail(`${this.node.path}: selector and selectorFor are not allowed together`, 'remove one of them');
    }
    if (props.selectorFor !== undefined && typeof props.selectorFor?.matchLabels !== 'function') {
      fail(`${this.node.path}: selectorFor must be a Pod or a workload of this library, got ${kindOf(props.selectorFor)}`,
        'for other objects write their labels: selector: { app: … }');
    }
  }

  /** @internal */
  public _content(): { [key: string]: unknown } {
    const { metadata, selectorFor, ...spec } = this.fields;
    return { spec: selectorFor === undefined ? spec : { ...spec, selector: selectorFor.matchLabels() } };
  }

  /** @internal */
  public _problems(manifest: any): readonly Misuse[] {
    const target = this.fields.selectorFor;
    return target === undefined ? [] : wrongPorts(manifest.spec?.ports, target);
  }
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
