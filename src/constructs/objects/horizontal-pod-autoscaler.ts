import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { kindFacts } from '../../k8s/kinds';
import { optionsFor } from '../bridge/admission-settings';
import { podContentOf } from '../containers/pod-content';
import { HorizontalPodAutoscalerProps } from '../generated/autoscaling';
import { HORIZONTAL_POD_AUTOSCALER } from '../generated/flat-kinds';
import { flatContent, useFields } from '../plain/flat-fields';
import { KubernetesObject } from '../plain/kubernetes-object';
import { Advice, Misuse } from '../plain/misuse';
import { Rendering } from '../plain/rendering';

/** The built-in kinds that have a number of replicas. */
const SCALABLE = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'];

/**
 * A HorizontalPodAutoscaler: sets the number of replicas of a workload from what its pods use.
 *
 * @example
 *
 *   new HorizontalPodAutoscaler(chart, 'web', {
 *     scaleTargetRef: web,
 *     maxReplicas: 10,
 *     metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
 *   });
 */
export class HorizontalPodAutoscaler extends KubernetesObject {
  private readonly fields: HorizontalPodAutoscalerProps;

  /**
   * @param scope the chart or construct that it belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props metadata and the fields of `HorizontalPodAutoscalerSpec`; `scaleTargetRef` takes the workload, and checks that its pods have the
   * containers of the metrics
   */
  constructor(scope: Construct, id: string, props: HorizontalPodAutoscalerProps) {
    super(scope, id, { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: props.metadata });
    this.fields = props;
    useFields(this, props, HORIZONTAL_POD_AUTOSCALER);
  }

  /** @internal */
  public _content(rendering: Rendering): { [key: string]: unknown } {
    return flatContent(this, this.fields, HORIZONTAL_POD_AUTOSCALER, rendering);
  }

  /** @internal */
  public _problems(manifest: any): readonly Misuse[] {
    const target = this.target();
    if (target === undefined) {
      return [];
    }
    const { kind, apiVersion } = target;
    if (kindFacts(kind)?.apiVersion === apiVersion && !SCALABLE.includes(kind)) {
      return [{
        keys: ['spec', 'scaleTargetRef'],
        message: `a ${kind} has no replicas to scale; scaleTargetRef takes a ${SCALABLE.slice(0, -1).join(', a ')} or a ${SCALABLE.at(-1)}`,
      }];
    }
    return unknownContainers(manifest, target);
  }

  /** @internal */
  public _advice(manifest: any): readonly Advice[] {
    const target = this.target();
    if (target === undefined || optionsFor(this).advice !== true) {
      return [];
    }
    return [...writtenReplicas(target), ...missingRequests(manifest, target)];
  }

  /** The workload, where it was given as an object. */
  private target(): ApiObject | undefined {
    const target = new Rendering(this).resolved(this.fields.scaleTargetRef);
    return ApiObject.isApiObject(target) ? target : undefined;
  }
}

/** Containers of metrics that the pods do not have. */
function unknownContainers(manifest: any, target: ApiObject): Misuse[] {
  const names = podContentOf(target)?.runningContainers?.().map(({ name }) => name);
  return names === undefined ? [] : metricsOf(manifest).flatMap((metric, index): Misuse[] => {
    const container: unknown = metric?.containerResource?.container;
    return typeof container !== 'string' || names.includes(container) ? [] : [{
      keys: ['spec', 'metrics', index, 'containerResource', 'container'],
      message: `the pods of '${target.node.path}' have no container '${container}'; they have ${names.map((name) => `'${name}'`).join(', ') || 'none'}`,
    }];
  });
}

/** Replicas that the workload sets too: applying it again overwrites the autoscaler's number. */
function writtenReplicas(target: ApiObject): Advice[] {
  const replicas: unknown = manifestOf(target)?.spec?.replicas;
  return replicas === undefined ? [] : [{
    code: 'advice/autoscaled-replicas',
    keys: ['spec', 'scaleTargetRef'],
    message: `'${target.node.path}' also sets replicas: every apply resets the number that the autoscaler has chosen to ${String(replicas)}`,
    hint: 'leave replicas out of the workload, and set minReplicas here',
  }];
}

/** Metrics relative to requests that some container does not have: the autoscaler then does not scale. */
function missingRequests(manifest: any, target: ApiObject): Advice[] {
  const running = podContentOf(target)?.runningContainers?.() ?? [];
  const ofPod = manifestOf(target)?.spec?.template?.spec?.resources;
  return metricsOf(manifest).flatMap((metric, index): Advice[] => {
    const field = metric?.resource === undefined ? 'containerResource' : 'resource';
    const { name, target: wanted, container } = metric?.[field] ?? {};
    if (typeof name !== 'string' || wanted?.averageUtilization === undefined || asksFor(ofPod, name)) {
      return [];
    }
    const lacking = running.filter((one) => (container === undefined || one.name === container) && !asksFor(one.resources, name));
    return lacking.length === 0 ? [] : [{
      code: 'advice/autoscaler-without-requests',
      keys: ['spec', 'metrics', index, field, 'target', 'averageUtilization'],
      message: `averageUtilization is a share of the requests, and container '${lacking[0].name}' of '${target.node.path}' has no request for ${name}: unless `
        + 'a LimitRange of the namespace adds one, the autoscaler does nothing',
      hint: `add resources: { requests: { ${/^\w+$/.test(name) ? name : `'${name}'`}: … } } to the container`,
    }];
  });
}

/** A limit is the request too, where none is written. */
function asksFor(resources: any, name: string): boolean {
  return resources?.requests?.[name] !== undefined || resources?.limits?.[name] !== undefined;
}

function metricsOf(manifest: any): readonly any[] {
  return Array.isArray(manifest.spec?.metrics) ? manifest.spec.metrics : [];
}

function manifestOf(target: ApiObject): any {
  try {
    return target.toJson();
  } catch {
    return undefined; // what is wrong with it is said of the object itself
  }
}
