import type { AdviceRule } from './pod';

/** A privileged container has root's rights on its node. */
export const privileged: AdviceRule = ({ containers }, report) => {
  for (const { container, path } of containers) {
    if (container.securityContext?.privileged) {
      report.advice(path.child('securityContext').child('privileged'), 'advice/privileged', `container '${container.name ?? ''}' is privileged: it has all rights on its node`,
        { hint: 'remove privileged, and add only the capabilities that the container needs' });
    }
  }
};
