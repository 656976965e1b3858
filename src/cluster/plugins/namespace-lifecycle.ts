import type { Plugin } from './plugin';
import { Path } from '../../admission/path';
import { show } from '../../admission/report';
import { textAt } from '../../objects/plain';
import { isSystemNamespace } from '../state';

const AT = Path.root.child('metadata').child('namespace');

/** Nothing is created in a namespace that is not there or that is being deleted (k8s.io/apiserver/pkg/admission/plugin/namespace/lifecycle). */
export const namespaceLifecycle: Plugin = {
  name: 'NamespaceLifecycle',
  admit({ context: { report }, namespace, state }) {
    if (namespace === undefined) {
      return true;
    }
    const found = state.find('Namespace', namespace);
    if (found === 'absent' && !isSystemNamespace(namespace)) {
      report.notFound(AT, 'namespace/not-found', `namespace ${show(namespace)} does not exist in the cluster`,
        { field: '', hint: 'create the Namespace first, or correct metadata.namespace' });
      return false;
    }
    if (typeof found === 'object' && textAt(found, 'status', 'phase') === 'Terminating') {
      report.refused(AT, 'namespace/terminating', `namespace ${show(namespace)} is being deleted: nothing can be created in it`,
        { hint: 'wait until it is gone and create it again, or use another namespace' });
      return false;
    }
    return true;
  },
};
