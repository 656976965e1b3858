// Names that controllers give to what they make, and that somebody else has.
import type { Check } from './check';
import { Path } from '../../admission/path';
import { numberAt } from '../../objects/plain';
import { nameOf } from '../report';

const NAME = Path.root.child('metadata').child('name');

/** Two objects of one identity: the last one is applied over the others. */
export const twins: Check = (app, report) => {
  for (const { object, by } of app.replaced) {
    report.add(by, NAME, {
      code: 'links/twice',
      type: 'FieldValueDuplicate',
      verdict: 'broken',
      message: `${nameOf(by.id)} is there twice: the last one is applied over the other one`,
      hint: 'rename one of them, or leave one out',
      others: [{ object, at: NAME }],
    });
  }
};

/** A Pod with the name that a StatefulSet gives to one of its own: the StatefulSet cannot make it. */
export const takenNames: Check = (app, report) => {
  for (const pod of app.ofKind('Pod')) {
    const [, setName, ordinal] = /^(.*)-(0|[1-9]\d{0,8})$/.exec(pod.id.name) ?? [];
    const found = setName === undefined ? undefined : app.lookup({ group: 'apps', kind: 'StatefulSet', namespace: pod.id.namespace, name: setName });
    if (found?.where !== 'input' || found.object.unreadable) {
      continue;
    }
    const { object, id } = found.object;
    const start = numberAt(object, 'spec', 'ordinals', 'start') ?? 0;
    const number = Number(ordinal);
    if (number >= start && number < start + (numberAt(object, 'spec', 'replicas') ?? 1)) {
      report.add(pod, NAME, {
        code: 'links/name-taken',
        type: 'FieldValueDuplicate',
        verdict: 'broken',
        message: `${nameOf(id, pod.id.namespace)} gives the name '${pod.id.name}' to one of its own pods: with this one there, it cannot create it`,
        hint: 'rename the Pod',
        others: [{ object: found.object, at: NAME }],
      });
    }
  }
};
