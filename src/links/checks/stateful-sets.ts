// The Service that gives the pods of a StatefulSet their names.
import type { Check } from './check';
import { isHeadless } from './services';
import { Path } from '../../admission/path';
import { textAt } from '../../objects/plain';
import { selectionOf } from '../app/selections';
import { nameOf } from '../report';

const AT = Path.root.child('spec').child('serviceName');
const CLUSTER_IP = Path.root.child('spec').child('clusterIP');

/** Pods of a StatefulSet have names in DNS only if its Service is headless and selects them. */
export const governingService: Check = (app, report) => {
  for (const set of app.readable('StatefulSet')) {
    const name = textAt(set.object, 'spec', 'serviceName');
    const { namespace } = set.id;
    const found = name === undefined ? undefined : app.lookup({ group: '', kind: 'Service', namespace, name });
    if (found?.where !== 'input' || found.object.unreadable) {
      continue;
    }
    const service = found.object;
    const base = { verdict: 'broken' as const, others: [{ object: service, at: CLUSTER_IP }] };
    if (!isHeadless(service.object)) {
      report.add(set, AT, {
        ...base,
        code: 'links/service-not-headless',
        message: `${nameOf(service.id, namespace)} is not headless: the pods get no names of their own in DNS`,
        hint: 'set clusterIP: None in the Service, or name one that has it',
      });
    } else if (selectionOf(app, service)?.pods.some(({ of }) => of === set) === false) {
      report.add(set, AT, {
        ...base,
        code: 'links/service-other-pods',
        message: `${nameOf(service.id, namespace)} does not select the pods of this StatefulSet: they get no names of their own in DNS`,
        hint: 'select the labels of its template',
        others: [{ object: service, at: Path.root.child('spec').child('selector') }],
      });
    }
  }
};
