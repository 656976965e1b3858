import type { Plugin } from './plugin';
import { withDefaultTolerations } from '../../admission/stages/default-tolerations';

/** A pod tolerates nodes that are not ready or not reachable for five minutes (plugin/pkg/admission/defaulttolerationseconds). */
export const defaultTolerationSeconds: Plugin = {
  name: 'DefaultTolerationSeconds',
  admit(request) {
    if (request.context.kind === 'Pod') {
      request.object = withDefaultTolerations(request.object);
    }
    return true;
  },
};
