// Services and the pods that they send traffic to.
import type { Check } from './check';
import { Ports } from './ports';
import { Path } from '../../admission/path';
import { JsonMap, mapsAt, numberAt, textAt } from '../../objects/plain';
import type { App } from '../app/app';
import { portsOf } from '../app/declared-ports';
import type { AppPods } from '../app/pods';
import { Selection, selectionOf } from '../app/selections';
import type { AppObject } from '../model';
import { AppReport, nameOf, namesOf } from '../report';

const MOST_PORTS = 5;
/** Workloads of one Service that are compared. */
const MOST_WORKLOADS = 20;
const PORTS = Path.root.child('spec').child('ports');

/** A Service whose selector matches no pod has no endpoints. */
export const serviceWithoutPods: Check = (app, report) => {
  for (const { from, at, selection, pods } of selectionsOfServices(app)) {
    if (pods.length > 0) {
      continue;
    }
    const others = app.pods.selectAnywhere(selection);
    const elsewhere = others.find(({ of }) => app.mayMeet(of, from)) ?? others[0];
    if (elsewhere !== undefined) {
      report.add(from, at, {
        code: 'links/service-namespace',
        verdict: app.mayMeet(elsewhere.of, from) ? 'unknown' : 'broken',
        message: `selects no pod: the pods of ${nameOf(elsewhere.of.id, from.id.namespace)} are in the namespace '${elsewhere.namespace}', and a Service finds only those of its own, '${from.id.namespace}'`,
        hint: 'create both in one namespace',
        others: [{ object: elsewhere.of, at: elsewhere.labelsAt }],
      });
      continue;
    }
    const near = app.pods.almost(from.id.namespace ?? '', selection);
    report.add(from, at, {
      code: 'links/service-no-pods',
      verdict: app.mayHaveOtherPods(from.id.namespace ?? '') ? 'unknown' : 'not-in-input',
      message: 'selects no pod of the app: the Service has no endpoints',
      hint: near === undefined ? 'set the labels of the pods that it is for' : `did you mean ${near.label}: '${near.value}', as ${nameOf(near.pods.of.id, from.id.namespace)} has it?`,
      ...near === undefined ? {} : { others: [{ object: near.pods.of, at: near.pods.labelsAt }] },
    });
  }
};

/** Pods of two workloads get requests of one Service, whichever is meant. */
export const serviceOfTwoWorkloads: Check = (app, report) => {
  const ports = new Ports();
  for (const { from, at, pods } of selectionsOfServices(app)) {
    const workloads = pods.slice(0, MOST_WORKLOADS).filter(({ of }) => of.kind !== 'Pod');
    if (workloads.length < 2 || isHeadless(from.object)) {
      continue;
    }
    const serving = workloads.filter((one) => servesPorts(from, one, ports));
    const without = serving.length === 0 ? [] : workloads.filter((one) => !serving.includes(one));
    const [all, rest] = [workloads, without].map((list) => namesOf(list.map(({ of }) => of), from.id.namespace));
    report.add(from, at, {
      code: 'links/service-two-workloads',
      verdict: 'broken',
      // a canary beside the stable version is meant so
      ...without.length === 0 ? { severity: 'advice' as const } : {},
      message: `selects pods of ${all}: requests go to all of them${without.length === 0 ? '' : `, and ${rest} has no port for them`}`,
      hint: 'select by a label that only the pods of one workload have',
      others: workloads.map(({ of, labelsAt }) => ({ object: of, at: labelsAt })),
    });
  }
};

/** A port that leads to no container. Numbers are only judged where containers say which ports they have: they may listen on others too. */
export const servicePorts: Check = (app, report) => {
  const ports = new Ports();
  for (const { from, pods } of selectionsOfServices(app)) {
    mapsAt(from.object, 'spec', 'ports').forEach((port, i) => {
      const answer = pods.length === 0 ? 'maybe' : ports.find(port, pods);
      if (answer === 'missing' || answer === 'other-protocol') {
        checkPort(from, port, PORTS.index(i), pods, answer, report);
      }
    });
  }
};

function checkPort(service: AppObject, port: JsonMap, at: Path, pods: readonly AppPods[], answer: 'other-protocol' | 'missing', report: AppReport): void {
  const isNamed = textAt(port, 'targetPort') !== undefined;
  if (!isNamed && isHeadless(service.object)) {
    return; // clients connect to the pods themselves
  }
  const target = textAt(port, 'targetPort') ?? numberAt(port, 'targetPort') ?? numberAt(port, 'port') ?? 0;
  const shown = isNamed ? `'${target}'` : target;
  const names = namesOf(pods.map(({ of }) => of), service.id.namespace);
  const said = answer === 'missing' ? {
    code: 'links/service-port',
    message: `no container of ${names} has the port ${shown}: ${portsText(pods)}`,
    hint: isNamed ? 'name a port of the container so, or use its name here' : 'set targetPort to a port of the container',
  } : {
    code: 'links/service-protocol',
    message: `port ${shown} of ${names} is not ${textAt(port, 'protocol') ?? 'TCP'}: ${portsText(pods)}`,
    hint: 'set the same protocol here and in the container',
  };
  report.add(service, port.targetPort === undefined ? at.child('port') : at.child('targetPort'), {
    ...said,
    type: 'FieldValueNotFound',
    verdict: 'broken',
    others: pods.map((one) => ({ object: one.of, at: one.at.child('spec').child('containers') })),
  });
}

function portsText(pods: readonly AppPods[]): string {
  const all = pods.slice(0, MOST_PORTS).flatMap(portsOf);
  const shown = [...new Set(all.map(({ name, port, protocol }) => `${name === undefined ? '' : `'${name}' `}${port}${protocol === 'TCP' ? '' : `/${protocol}`}`))];
  return shown.length === 0 ? 'they declare no port' : `they have ${shown.slice(0, MOST_PORTS).join(', ')}${shown.length > MOST_PORTS ? ' and more' : ''}`;
}

function servesPorts(service: AppObject, pods: AppPods, ports: Ports): boolean {
  return mapsAt(service.object, 'spec', 'ports').every((port) => ports.findIn(port, pods) === 'found');
}

/** Whether a Service gives the addresses of its pods instead of one of its own. */
export function isHeadless(service: JsonMap): boolean {
  return textAt(service, 'spec', 'clusterIP') === 'None';
}

function selectionsOfServices(app: App): Selection[] {
  return app.readable('Service').flatMap((service) => textAt(service.object, 'spec', 'type') === 'ExternalName' ? [] : selectionOf(app, service) ?? []);
}
