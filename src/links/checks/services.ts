import type { Check } from './check';
import { selectionOf } from '../app/selections';

/** A Service whose selector matches no pod has no endpoints. */
export const serviceWithoutPods: Check = (app, report) => {
  for (const service of app.readable('Service')) {
    const selection = selectionOf(app, service);
    if (selection !== undefined && selection.pods.length === 0) {
      report.add(service, selection.at, { code: 'links/service-no-pods', verdict: 'not-in-input', message: 'selects no pod of the app: the Service has no endpoints' });
    }
  }
};
