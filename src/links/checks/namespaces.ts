// Namespaces of objects.
import type { Check } from './check';
import { nearest } from '../../admission/formats/nearest';
import { Path } from '../../admission/path';
import { textAt } from '../../objects/plain';
import { groupBy } from '../app/group';

const AT = Path.root.child('metadata').child('namespace');

/** A namespace that objects name and no object creates. Said once for each, and not of the one that the app targets. */
export const missingNamespaces: Check = (app, report) => {
  const placed = app.objects.filter(({ object }) => textAt(object, 'metadata', 'namespace') !== undefined);
  const created = app.ofKind('Namespace').map(({ id }) => id.name);
  for (const [name, objects] of groupBy(placed, ({ id }) => id.namespace ?? '')) {
    const found = name === '' || name === app.settings.namespace ? undefined : app.lookup({ group: '', kind: 'Namespace', name });
    if (found === undefined || found.where === 'input' || found.where === 'cluster' || found.where === 'built-in') {
      continue;
    }
    const meant = nearest(name, created)?.name;
    const many = objects.length === 1 ? 'this object is' : `${objects.length} objects are`;
    report.add(objects[0], AT, {
      code: 'links/namespace',
      type: 'FieldValueNotFound',
      verdict: found.where === 'unknown' ? 'unknown' : 'not-in-input',
      ...found.where === 'missing' ? { inCluster: false as const } : {},
      // an app that creates no namespace is made for one that is there
      ...created.length === 0 && found.where !== 'missing' ? { severity: 'advice' as const } : {},
      message: `${many} in the namespace '${name}', which ${found.where === 'missing' ? 'neither the objects nor the cluster have' : 'no object creates'}: the server refuses ${objects.length === 1 ? 'it' : 'them'}${found.where === 'missing' ? '' : ' unless the cluster has it'}`,
      hint: meant === undefined ? 'add the Namespace' : `did you mean '${meant}'?`,
    });
  }
};
