// From an Ingress, a webhook or an APIService to a port of a Service.
import type { Check } from './check';
import { Path } from '../../admission/path';
import { at, Json, JsonMap, mapsAt, numberAt, textAt } from '../../objects/plain';
import type { App } from '../app/app';
import { backendsOf } from '../app/references';
import type { AppObject } from '../model';
import { AppReport, nameOf } from '../report';

/** A backend names a port that its Service does not have. */
export const backendPorts: Check = (app, report) => {
  for (const ingress of app.readable('Ingress')) {
    for (const { backend, base } of backendsOf(ingress.object)) {
      const place = base.child('service').child('port');
      const [name, number] = [textAt(backend, 'service', 'port', 'name'), numberAt(backend, 'service', 'port', 'number')];
      const service = serviceOf(app, ingress.id.namespace ?? '', textAt(backend, 'service', 'name'));
      if (service !== undefined && (name ?? number) !== undefined) {
        checkPort(ingress, service, name ?? number!, name === undefined ? place.child('number') : place.child('name'), report);
      }
    }
  }
};

/** The same of webhooks, which use port 443 unless they say otherwise. */
export const calledPorts: Check = (app, report) => {
  for (const kind of ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration']) {
    for (const object of app.readable(kind)) {
      mapsAt(object.object, 'webhooks').forEach((webhook, i) => {
        const base = Path.root.child('webhooks').index(i).child('clientConfig').child('service');
        checkCalled(app, object, at(webhook, 'clientConfig', 'service'), base, report);
      });
    }
  }
  for (const object of app.readable('APIService')) {
    checkCalled(app, object, at(object.object, 'spec', 'service'), Path.root.child('spec').child('service'), report);
  }
};

function checkCalled(app: App, from: AppObject, ref: Json | undefined, base: Path, report: AppReport): void {
  const service = serviceOf(app, textAt(ref, 'namespace') ?? '', textAt(ref, 'name'));
  if (service !== undefined) {
    checkPort(from, service, numberAt(ref, 'port') ?? 443, base.child('port'), report);
  }
}

function serviceOf(app: App, namespace: string, name: string | undefined): AppObject | undefined {
  const found = name === undefined ? undefined : app.lookup({ group: '', kind: 'Service', namespace, name });
  return found?.where === 'input' && !found.object.unreadable ? found.object : undefined;
}

function checkPort(from: AppObject, service: AppObject, port: string | number, place: Path, report: AppReport): void {
  const ports = mapsAt(service.object, 'spec', 'ports');
  if (ports.length === 0 || ports.some((one) => typeof port === 'string' ? one.name === port : one.port === port)) {
    return; // an ExternalName has none
  }
  report.add(from, place, {
    code: 'links/backend-port',
    type: 'FieldValueNotFound',
    verdict: 'broken',
    message: `${nameOf(service.id, from.id.namespace)} has no port ${typeof port === 'string' ? `'${port}'` : port}: it has ${portList(ports)}`,
    hint: `use ${portText(ports[0])}`,
    others: [{ object: service, at: Path.root.child('spec').child('ports') }],
  });
}

const MOST = 5;

function portList(ports: readonly JsonMap[]): string {
  return ports.slice(0, MOST).map(portText).join(', ') + (ports.length > MOST ? ' and more' : '');
}

function portText(port: JsonMap): string {
  const name = textAt(port, 'name');
  return `${numberAt(port, 'port') ?? '?'}${name === undefined ? '' : ` ('${name}')`}`;
}
