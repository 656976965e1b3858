import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { INGRESS } from '../generated/flat-kinds';
import { IngressProps } from '../generated/networking';
import { flatContent, useFields } from '../plain/flat-fields';
import { Keys } from '../plain/keys';
import { KubernetesObject } from '../plain/kubernetes-object';
import { Misuse } from '../plain/misuse';
import { valuesWithKeys } from '../plain/object-references';
import { portsText } from '../plain/ports-text';
import { Rendering } from '../plain/rendering';

/** The places where a Service is named. */
const SERVICES = ['defaultBackend.service.name', 'rules.*.http.paths.*.backend.service.name'];

/**
 * An Ingress: HTTP and HTTPS routes from outside of the cluster to Services.
 *
 * @example
 *
 *   new Ingress(chart, 'web', {
 *     rules: [{ host: 'example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend: service.backend('http') }] } }],
 *   });
 */
export class Ingress extends KubernetesObject {
  private readonly fields: IngressProps;

  /**
   * @param scope the chart or construct that it belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props metadata and the fields of `IngressSpec`; when a backend's Service is given as an object, it must have the backend's port
   */
  constructor(scope: Construct, id: string, props: IngressProps = {}) {
    super(scope, id, { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: props.metadata });
    this.fields = props;
    useFields(this, props, INGRESS);
  }

  /** @internal */
  public _content(rendering: Rendering): { [key: string]: unknown } {
    return flatContent(this, this.fields, INGRESS, rendering);
  }

  /** @internal */
  public _problems(manifest: any): readonly Misuse[] {
    const rendering = new Rendering(this);
    const ports = new Map<unknown, any>();
    return SERVICES.flatMap((path) => valuesWithKeys(this.fields, path, rendering)).flatMap(({ keys, value }): Misuse[] => {
      if (!ApiObject.isApiObject(value) || value.kind !== 'Service') {
        return [];
      }
      if (!ports.has(value)) {
        ports.set(value, portsOf(value));
      }
      return wrongPort(manifest, ['spec', ...keys.slice(0, -1)], value, ports.get(value));
    });
  }
}

/** A port of a backend that its Service does not have. A Service without ports, such as an ExternalName, can be reached at any port. */
function wrongPort(manifest: any, backend: Keys, service: ApiObject, ports: any): Misuse[] {
  const written = backend.reduce((value, key) => value?.[key], manifest);
  if (written?.name !== service.name || !Array.isArray(ports) || ports.length === 0) {
    return [];
  }
  const { name, number } = written.port ?? {};
  const missing = (field: 'name' | 'number', what: string): Misuse[] => [{
    keys: [...backend, 'port', field],
    message: `the Service '${service.node.path}' has no port ${what}; it has ${portsText(ports)}`,
    hint: 'use the name or number of a port of the Service, not a targetPort of its pods',
  }];
  return typeof name === 'string' && name !== '' ? (ports.some((port) => port?.name === name) ? [] : missing('name', `named '${name}'`))
    : typeof number === 'number' && number !== 0 && !ports.some((port) => port?.port === number) ? missing('number', String(number)) : [];
}

function portsOf(service: ApiObject): any {
  try {
    return service.toJson()?.spec?.ports;
  } catch {
    return undefined; // what is wrong with the Service is said of the Service
  }
}
