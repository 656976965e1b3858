import type { AdviceRule } from './pod';
import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';

/** A preStop hook as long as the grace period leaves the process no time to stop: it is killed right after SIGTERM. */
export const preStop: AdviceRule = ({ spec, containers }, report) => {
  const grace = spec.terminationGracePeriodSeconds ?? 30;
  for (const { container, path } of containers) {
    const hook = container.lifecycle?.preStop;
    const seconds = hook === undefined ? undefined : secondsOf(hook);
    if (seconds !== undefined && seconds >= grace) {
      report.advice(path.child('lifecycle').child('preStop'), 'advice/pre-stop', `the hook sleeps ${seconds} s of the ${grace} s grace period, which leaves no time for the process to stop`,
        { hint: `raise terminationGracePeriodSeconds above ${seconds}` });
    }
  }
};

/** The duration of a hook, if it is known: a sleep action, or a command that only sleeps, directly or in a shell. */
function secondsOf(hook: Decoded<k8s.LifecycleHandler>): number | undefined {
  if (hook.sleep !== undefined) {
    return hook.sleep.seconds;
  }
  const command = hook.exec?.command?.join(' ') ?? '';
  const sleep = /^(?:(?:\/(?:usr\/)?bin\/)?(?:sh|bash) -c )?(?:\/(?:usr\/)?bin\/)?sleep (\d{1,9})s?$/.exec(command);
  return sleep === null ? undefined : Number(sleep[1]);
}
