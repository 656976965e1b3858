import { Construct } from 'constructs';
import { Workload } from './workload';
import { StatefulSetProps } from '../generated/props';
import { dependOnReferences, nameOf } from '../plain/references';
import { Rendering } from '../plain/rendering';
import { sameData } from '../plain/same-data';

/**
 * A StatefulSet: pods with a stable name, order and storage each. `Volume.claimTemplate` gives every pod a claim of its own.
 */
export class StatefulSet extends Workload {
  /**
   * @param scope the chart or construct that it belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props metadata and the fields of `StatefulSetSpec`; `template` holds metadata and the fields of the pod's spec;
   * `serviceName` takes the headless Service or its name
   * @throws Error when a prop is used wrongly, with the construct's path
   */
  constructor(scope: Construct, id: string, props: StatefulSetProps = {}) {
    super(scope, id, 'apps/v1', 'StatefulSet', props);
    dependOnReferences(this, [props.serviceName]);
  }

  /** @internal */
  public _spec(rendering: Rendering): { [key: string]: unknown } {
    const { serviceName, volumeClaimTemplates, ...spec } = super._spec(rendering);
    const given = Array.isArray(volumeClaimTemplates) ? volumeClaimTemplates : [];
    const mounted = this._pod.claims(rendering).filter((claim) => !given.some((g) => sameData(g, claim)));
    for (const { metadata: { name } } of mounted) {
      if (given.some((g) => g?.metadata?.name === name)) {
        const message = `there are two different ones named '${name}', one in the props and one that is mounted`;
        rendering.misuses.push({ message, hint: 'give one of them another name', keys: ['spec', 'volumeClaimTemplates'] });
      }
    }
    const claims = [...given, ...mounted];
    return {
      ...spec,
      ...(serviceName === undefined ? {} : { serviceName: nameOf(serviceName as string, `${this.node.path}: serviceName`, 'Service') }),
      ...(claims.length > 0 ? { volumeClaimTemplates: claims } : { volumeClaimTemplates }),
    };
  }
}
