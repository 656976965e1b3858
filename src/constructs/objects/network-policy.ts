import { Construct } from 'constructs';
import { podContentOf } from '../containers/pod-content';
import { NETWORK_POLICY } from '../generated/flat-kinds';
import { NetworkPolicyProps } from '../generated/networking';
import { flatContent, useFields } from '../plain/flat-fields';
import { Keys } from '../plain/keys';
import { KubernetesObject } from '../plain/kubernetes-object';
import { Misuse } from '../plain/misuse';
import { SELECTOR_FOR, valuesWithKeys } from '../plain/object-references';
import { Rendering } from '../plain/rendering';

/**
 * A NetworkPolicy: which connections pods may accept and open. For pods that no policy selects, all connections are allowed.
 *
 * @example
 *
 *   new NetworkPolicy(chart, 'db', { selectorFor: db, ingress: [{ from: [{ selectorFor: web }], ports: [{ port: 5432 }] }] });
 */
export class NetworkPolicy extends KubernetesObject {
  private readonly fields: NetworkPolicyProps;

  /**
   * @param scope the chart or construct that it belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props metadata and the fields of `NetworkPolicySpec`; `selectorFor` takes a workload or pod, also in `from` and `to`, and checks that
   * its containers have the named ports
   */
  constructor(scope: Construct, id: string, props: NetworkPolicyProps = {}) {
    super(scope, id, { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: props.metadata });
    this.fields = props;
    useFields(this, props, NETWORK_POLICY);
  }

  /** @internal */
  public _content(rendering: Rendering): { [key: string]: unknown } {
    return flatContent(this, this.fields, NETWORK_POLICY, rendering);
  }

  /** @internal */
  public _problems(manifest: any): readonly Misuse[] {
    const rendering = new Rendering(this);
    const own = valuesWithKeys(this.fields, SELECTOR_FOR, rendering).map(({ value }) => value);
    const rules: unknown = manifest.spec?.ingress;
    const ingress = own.length === 0 || !Array.isArray(rules) ? []
      : rules.flatMap((rule, i) => wrongPorts(rule?.ports, ['spec', 'ingress', i, 'ports'], own));
    const egress = valuesWithKeys(this.fields, 'egress.*.to', rendering).flatMap(({ keys, value }) => {
      const peers = valuesWithKeys(value, `*.${SELECTOR_FOR}`, rendering).map((peer) => peer.value);
      const at: Keys = ['spec', ...keys.slice(0, -1), 'ports'];
      // With other peers, a name can be a port of their pods.
      return !Array.isArray(value) || peers.length < value.length ? [] : wrongPorts(at.reduce((part, key) => part?.[key], manifest), at, peers);
    });
    return [...ingress, ...egress];
  }
}

/** Named ports that no container of any of the pods has: such a rule allows nothing. */
function wrongPorts(ports: any, at: Keys, targets: readonly unknown[]): Misuse[] {
  const pods = targets.map(podContentOf);
  if (!Array.isArray(ports) || pods.length === 0 || pods.includes(undefined)) {
    return [];
  }
  const declared = pods.flatMap((pod) => pod!.declaredPorts());
  return ports.flatMap((port, i): Misuse[] => {
    const { port: name, protocol = 'TCP' } = port ?? {};
    if (typeof name !== 'string' || /^\d+$/.test(name) || declared.some((one) => one.name === name && (one.protocol ?? 'TCP') === protocol)) {
      return [];
    }
    const known = declared.filter((one) => one.name !== undefined).map((one) => `'${one.name}' (${one.protocol ?? 'TCP'})`).join(', ');
    return [{
      keys: [...at, i, 'port'],
      message: `the pods have no ${protocol} port named '${name}', so the rule allows nothing; `
        + (known ? `they have ${known}` : 'they have no named port; name one in ports of a container, or use its number'),
    }];
  });
}
