// Autoscalers and what they scale.
import type { Check } from './check';
import { Path } from '../../admission/path';
import { kindFacts } from '../../k8s/kinds';
import { groupOf, Identity, keyOf } from '../../objects/identity';
import { at, isMap, JsonMap, mapAt, mapsAt, own, textAt } from '../../objects/plain';
import { inPreferredVersion } from '../../objects/preferred';
import type { App } from '../app/app';
import type { AppPods } from '../app/pods';
import { targetOf } from '../app/scale';
import type { AppObject } from '../model';
import { AppReport, nameOf } from '../report';

const SPEC = Path.root.child('spec');
const TARGET = SPEC.child('scaleTargetRef');
const SCALABLE = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'];

/** What an autoscaler cannot scale: kinds without replicas. */
export const unscalableTarget: Check = (app, report) => {
  for (const autoscaler of app.readable('HorizontalPodAutoscaler')) {
    const target = targetOf(autoscaler);
    if (isOwnKind(target) && !SCALABLE.includes(target.kind)) {
      report.add(autoscaler, TARGET.child('kind'), {
        code: 'links/scale-target-kind',
        verdict: 'broken',
        message: `a ${target.kind} cannot be scaled: must be a ${SCALABLE.slice(0, -1).join(', ')} or ${SCALABLE[SCALABLE.length - 1]}`,
        hint: 'name a workload with replicas',
      });
    }
  }
};

/** A target of another group than its kind has: the autoscaler does not find it. */
export const wrongTargetGroup: Check = (app, report) => {
  for (const autoscaler of app.readable('HorizontalPodAutoscaler')) {
    const target = targetOf(autoscaler);
    const meant = SCALABLE.includes(target.kind) ? kindFacts(target.kind)!.apiVersion : undefined;
    if (meant !== undefined && groupOf({ apiVersion: meant }) !== target.group) {
      const there = app.lookup({ ...target, group: groupOf({ apiVersion: meant }) });
      if (there.where === 'input') {
        report.add(autoscaler, TARGET.child('apiVersion'), {
          code: 'links/scale-target-group',
          verdict: 'broken',
          message: `${nameOf(target, autoscaler.id.namespace)} is of ${meant}: with another apiVersion the autoscaler does not find it`,
          hint: `set apiVersion: ${meant}`,
          others: [{ object: there.object }],
        });
      }
    }
  }
};

/** Two autoscalers of one workload fight over its replicas. */
export const twoAutoscalers: Check = (app, report) => {
  const first = new Map<string, AppObject>();
  for (const autoscaler of app.readable('HorizontalPodAutoscaler')) {
    const target = targetOf(autoscaler);
    const other = first.get(keyOf(target));
    if (other !== undefined) {
      report.add(autoscaler, TARGET, {
        code: 'links/two-autoscalers',
        verdict: 'broken',
        message: `${nameOf(target, autoscaler.id.namespace)} is scaled by ${nameOf(other.id, autoscaler.id.namespace)} too: each undoes what the other one does`,
        hint: 'put all metrics into one autoscaler',
        others: [{ object: other, at: TARGET }],
      });
    } else {
      first.set(keyOf(target), autoscaler);
    }
  }
};

/** Every apply sets written replicas again, whatever the autoscaler has set meanwhile. */
export const writtenReplicas: Check = (app, report) => {
  for (const autoscaler of app.readable('HorizontalPodAutoscaler')) {
    const found = app.lookup(targetOf(autoscaler));
    const replicas = found.where === 'input' && !found.object.unreadable ? at(found.object.object, 'spec', 'replicas') : undefined;
    if (found.where === 'input' && typeof replicas === 'number') {
      report.add(found.object, SPEC.child('replicas'), {
        code: 'links/autoscaled-replicas',
        verdict: 'broken',
        message: `every apply sets replicas back to ${replicas}: ${nameOf(autoscaler.id, found.object.id.namespace)} sets them too`,
        hint: 'remove replicas: the autoscaler sets them',
        others: [{ object: autoscaler, at: TARGET }],
      });
    }
  }
};

/** Utilization is a share of what containers request: without requests there is none, and nothing is scaled. */
export const metricRequests: Check = (app, report) => {
  for (const autoscaler of app.readable('HorizontalPodAutoscaler')) {
    const found = app.lookup(targetOf(autoscaler));
    const pods = found.where === 'input' ? app.podsOf(found.object) : undefined;
    if (pods !== undefined && !hasDefaultRequests(app, pods.namespace)) {
      metricsOf(autoscaler).forEach((metric) => checkMetric(autoscaler, metric, pods, report));
    }
  }
};

interface Metric {
  readonly resource: string;
  readonly container?: string;
  readonly isShare: boolean;
  readonly at: Path;
}

/** The metrics about resources; of an autoscaler without metrics the server's default: 80 % of the CPU. */
function metricsOf({ object }: AppObject): Metric[] {
  const isOld = object.apiVersion === 'autoscaling/v1';
  const list = at(inPreferredVersion(object), 'spec', 'metrics');
  if (!Array.isArray(list) || list.length === 0) {
    return [{ resource: 'cpu', isShare: true, at: SPEC }];
  }
  return list.filter(isMap).flatMap((metric, i) => {
    const field = metric.type === 'Resource' ? 'resource' : metric.type === 'ContainerResource' ? 'containerResource' : undefined;
    const resource = field === undefined ? undefined : textAt(metric, field, 'name');
    return field === undefined || resource === undefined ? [] : [{
      resource,
      container: textAt(metric, field, 'container'),
      isShare: textAt(metric, field, 'target', 'type') === 'Utilization',
      at: isOld ? SPEC.child('targetCPUUtilizationPercentage') : SPEC.child('metrics').index(i).child(field),
    }];
  });
}

function checkMetric(autoscaler: AppObject, { resource, container, isShare, at: place }: Metric, pods: AppPods, report: AppReport): void {
  const here = autoscaler.id.namespace;
  const containers = [...mapsAt(pods.spec, 'containers'), ...mapsAt(pods.spec, 'initContainers').filter(({ restartPolicy }) => restartPolicy === 'Always')];
  if (container !== undefined && !containers.some(({ name }) => name === container)) {
    report.add(autoscaler, place.child('container'), {
      code: 'links/metric-container',
      type: 'FieldValueNotFound',
      verdict: 'broken',
      message: `${nameOf(pods.of.id, here)} has no container '${container}'`,
      hint: `use one of ${containers.map(({ name }) => `'${String(name)}'`).slice(0, 5).join(', ')}`,
      others: [{ object: pods.of, at: pods.at.child('spec').child('containers') }],
    });
    return;
  }
  const asked = containers.filter(({ name }) => container === undefined || name === container);
  const without = !isShare || requests(mapAt(pods.spec), resource) ? [] : asked.filter((one) => !requests(one, resource));
  if (without.length > 0) {
    report.add(autoscaler, place, {
      code: 'links/metric-request',
      verdict: 'broken',
      message: `utilization of ${resource} is a share of its request, and container '${String(without[0].name)}' of ${nameOf(pods.of.id, here)} requests none: nothing is scaled`,
      hint: `set resources.requests.${resource} of the container`,
      others: [{ object: pods.of, at: pods.at.child('spec').child('containers') }],
    });
  }
}

/** A limit is a request too. */
function requests(of: JsonMap, resource: string): boolean {
  return ['requests', 'limits'].some((field) => own(mapAt(of, 'resources', field), resource) !== undefined);
}

/** Whether a LimitRange may set requests in a namespace. */
function hasDefaultRequests(app: App, namespace: string): boolean {
  return app.ofKind('LimitRange').some(({ id }) => id.namespace === namespace) || (app.settings.cluster?.list('LimitRange', namespace) ?? []).length > 0;
}

function isOwnKind({ group, kind }: Identity): boolean {
  const facts = kindFacts(kind);
  return facts !== undefined && groupOf({ apiVersion: facts.apiVersion }) === group;
}
