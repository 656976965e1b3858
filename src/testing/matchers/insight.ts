import { effectiveResources, timeline } from '../../insight';
import type { TimelineOptions } from '../../insight/types-timeline';
import { matcher, MatcherThis, quoted } from '../context';
import { optionsOf } from '../findings';
import { listed, podsOf, PodView } from '../pods';
import { labelOf, Unusable } from '../received';

const CLASSES: readonly unknown[] = ['Guaranteed', 'Burstable', 'BestEffort'];

/** The object, in the version that it is meant for. */
function optionsFor({ subject }: PodView): { readonly kubernetesVersion?: '1.33' | '1.34' | '1.35' | '1.36' | '1.37' } {
  return { kubernetesVersion: optionsOf(subject).kubernetesVersion };
}

/** What the objects have that are not as expected, one a line; or, with `.not`, all. */
function explain(runner: MatcherThis, pods: readonly { readonly pod: PodView; readonly good: boolean; readonly text: string }[]): string {
  const shown = runner.isNot === true ? pods : pods.filter(({ good }) => !good);
  return shown.map(({ pod, text }) => `${labelOf(pod.subject)} ${text}`).join('\n');
}

export const toHaveQosClass = matcher(
  'toHaveQosClass',
  (qosClass: 'Guaranteed' | 'Burstable' | 'BestEffort') => [quoted(qosClass)],
  (runner, subjects, qosClass) => {
    if (!CLASSES.includes(qosClass)) {
      throw new Unusable(`The classes are 'Guaranteed', 'Burstable' and 'BestEffort', not ${quoted(qosClass)}.`);
    }
    const pods = podsOf(subjects).map((pod) => {
      const { qosClass: found, formulas } = effectiveResources(pod.subject.manifest, optionsFor(pod));
      const why = formulas.map(({ of, resource, text }) => `${of} ${resource}: ${text}`);
      return { pod, good: found === qosClass, text: `is ${found ?? 'of no class'}${why.length === 0 ? ', without requests and limits' : ` (${listed(why)})`}` };
    });
    return { pass: pods.every(({ good }) => good), explain: () => [explain(runner, pods)] };
  },
);

export const toBecomeReadyWithin = matcher(
  'toBecomeReadyWithin',
  (seconds: number, _options?: Pick<TimelineOptions, 'takesMs'>) => [String(seconds)],
  (runner, subjects, seconds, options = {}) => {
    if (typeof seconds !== 'number' || !(seconds >= 0)) {
      throw new Unusable(`The time must be a number of seconds, 0 or more, not ${quoted(seconds)}.`);
    }
    const pods = podsOf(subjects).map((pod) => {
      const { ready, start } = timeline(pod.subject.manifest, { ...optionsFor(pod), takesMs: options.takesMs });
      const slowest = [...start].filter((step) => step.ready !== undefined).sort((a, b) => b.ready!.promptMs - a.ready!.promptMs)[0];
      const text = ready === undefined ? 'cannot be read' : `becomes ready within ${ready.promptMs / 1000} s${slowest === undefined ? '' : `, when ${quoted(slowest.name)} is`}`;
      return { pod, good: ready !== undefined && ready.promptMs <= seconds * 1000, text };
    });
    return { pass: pods.every(({ good }) => good), explain: () => [explain(runner, pods)] };
  },
);
