import type * as k8s from '../../k8s';
import { article, candidates, closest, closestText, containerOrder, containersText, foundText, noneOf } from '../closest';
import { MatcherThis, matcher, Outcome, quoted, shownPartial } from '../context';
import { difference, similar } from '../difference';
import { compare, isAsymmetric, Partially } from '../partial';
import { PodView, podsOf, Role } from '../pods';
import { Subject, Unusable } from '../received';

/** A partial container. */
export type ContainerPart = Partially<k8s.Container>;

export const toHaveContainer = matcher(
  'toHaveContainer',
  (name: string, partial?: ContainerPart) => [quoted(name), ...shownPartial(partial)],
  (runner, subjects, name, partial) => lookFor(runner, subjects, 'container', name, partial),
);

export const toHaveSidecar = matcher(
  'toHaveSidecar',
  (name: string, partial?: ContainerPart) => [quoted(name), ...shownPartial(partial)],
  (runner, subjects, name, partial) => lookFor(runner, subjects, 'sidecar', name, partial),
);

const INSTEAD: { readonly [R in Role]: string } = {
  'container': 'toHaveContainer',
  'sidecar': 'toHaveSidecar',
  'init container': 'toHaveInitContainers',
  'ephemeral container': 'toMatchManifest',
};

function lookFor(runner: MatcherThis, subjects: readonly Subject[], role: Role, name: string, partial: ContainerPart | undefined): Outcome {
  const pods = podsOf(subjects);
  const all = pods.flatMap(({ containers }) => containers);
  const found = candidates(runner, all.filter((placed) => placed.role === role), name, partial);
  const right = found.filter(({ comparison }) => comparison.wrong === 0);
  return {
    pass: right.length > 0,
    explain: () => {
      if (right.length > 0) {
        return foundText(runner, right);
      }
      const best = closest(found, name);
      const head = `${noneOf(pods, role)} '${name}'`;
      if (best?.placed.name === name) {
        return [`${head} like this.`, ...closestText(runner, best)];
      }
      const other = all.find((placed) => placed.name === name);
      if (other !== undefined) {
        return [`${head}: '${name}' is ${article(other.role)}, which ${INSTEAD[other.role]} looks for.`, containersText(pods)];
      }
      const like = similar(name, found.map(({ placed }) => placed.name));
      return [
        `${head}.${like === undefined ? '' : ` Did you mean '${like}'?`}`,
        containersText(pods),
        ...partial !== undefined && best !== undefined ? closestText(runner, best) : [],
      ];
    },
  };
}

/** An expected init container: its name, or a partial one. */
export type InitContainerPart = string | ContainerPart;

export const toHaveInitContainers = matcher(
  'toHaveInitContainers',
  (expected: readonly InitContainerPart[]) => [`[${Array.isArray(expected) ? expected.map((one) => typeof one === 'string' ? quoted(one) : '{…}').join(', ') : ''}]`],
  (runner, subjects, expected) => {
    if (!Array.isArray(expected)) {
      throw new Unusable('toHaveInitContainers takes a list of names or parts of init containers, in order.');
    }
    if (subjects.some(({ container }) => container !== undefined)) {
      throw new Unusable('A container has no init containers: pass its pod instead.');
    }
    const pods = podsOf(subjects);
    const found = pods.map((pod) => ({ pod, comparison: compare(runner, expected, initContainers(pod, expected)) }));
    const right = found.filter(({ comparison }) => comparison.wrong === 0);
    return {
      pass: right.length > 0,
      explain: () => {
        if (right.length > 0) {
          return [containersText(right.map(({ pod }) => pod))];
        }
        const [best] = [...found].sort((a, b) => a.comparison.wrong - b.comparison.wrong || b.comparison.right - a.comparison.right);
        const head = pods.length === 1 ? `${best.pod.subject.label} has different init containers:`
          : `None of the ${pods.length} pods has these init containers. Closest is ${best.pod.subject.label}:`;
        return [head, difference(runner, best.comparison, (list) => Array.isArray(list) ? list.map(containerOrder) : list)];
      },
    };
  },
);

/** The init containers and sidecars of a pod; where a name is expected, only the name. */
function initContainers({ containers }: PodView, expected: readonly unknown[]): unknown[] {
  return containers.filter(({ role }) => role === 'init container' || role === 'sidecar').map(({ container, name }, index) => {
    const part = index < expected.length ? expected[index] : undefined;
    const named = typeof part !== 'object' || part === null || (isAsymmetric(part) && part.asymmetricMatch(name));
    return named ? name : container;
  });
}
