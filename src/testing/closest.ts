import type { MatcherThis } from './context';
import { difference, distance, yamlOf } from './difference';
import { inOrder } from './in-order';
import { compare, Comparison, isAsymmetric } from './partial';
import { listed, PlacedContainer, PodView, Role } from './pods';

/** A container, and how it differs from the one that is looked for. */
export interface Candidate {
  readonly placed: PlacedContainer;
  readonly comparison: Comparison;
}

/** Compares containers with a name and a partial container. */
export function candidates(runner: MatcherThis, containers: readonly PlacedContainer[], name: string, partial: unknown = {}): Candidate[] {
  const expected = isAsymmetric(partial) ? partial : { name, ...partial as object };
  return containers.map((placed) => {
    const comparison = compare(runner, expected, placed.container);
    const right = !isAsymmetric(expected) || placed.name === name;
    return { placed, comparison: right ? comparison : { ...comparison, wrong: comparison.wrong + 1 } };
  });
}

/** The closest container: the one with the name if there is one, else the one with the fewest differences. */
export function closest(found: readonly Candidate[], name: string): Candidate | undefined {
  const named = found.filter(({ placed }) => placed.name === name);
  return [...named.length > 0 ? named : found].sort(({ comparison: a, placed: { name: aName } }, { comparison: b, placed: { name: bName } }) =>
    a.wrong - b.wrong || b.right - a.right || distance(aName, name) - distance(bName, name))[0];
}

/** `container 'app' of Deployment web, spec.template.spec.containers[0]`. */
export function placeOf({ pod, name, role, at }: PlacedContainer): string {
  return `${role} '${name}' of ${pod.subject.label}, ${at}`;
}

/** The closest container and how it differs, for a message. */
export function closestText(runner: MatcherThis, { placed, comparison }: Candidate): string[] {
  return [`Closest is ${placeOf(placed)}:`, difference(runner, comparison, containerOrder)];
}

/** A container's fields in the API's order. */
export function containerOrder(value: unknown): unknown {
  return inOrder(value, 'Container');
}

/** Containers that match, for the message of `.not`. */
export function foundText(runner: MatcherThis, found: readonly Candidate[]): string[] {
  return found.flatMap(({ placed, comparison }) => [
    `${capital(placeOf(placed))}:`,
    runner.utils.RECEIVED_COLOR(yamlOf(runner, comparison.actual, containerOrder)),
  ]);
}

/** The containers of the pods, one line per pod. */
export function containersText(pods: readonly PodView[], most = 8): string {
  const lines = pods.slice(0, most).map(({ subject, containers }) => {
    const roles: Role[] = ['init container', 'sidecar', 'container', 'ephemeral container'];
    const parts = roles.flatMap((role) => {
      const names = containers.filter((placed) => placed.role === role).map(({ name }) => `'${name}'`);
      return names.length === 0 ? [] : [`${role}${names.length > 1 ? 's' : ''} ${listed(names)}`];
    });
    return `${subject.label} has ${parts.join('; ') || 'no containers'}.`;
  });
  return [...lines, ...pods.length > most ? [`… and ${pods.length - most} more`] : []].join('\n');
}

/** The string with an upper-case first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `Deployment web has no sidecar`, `None of 3 pods has an init container`. */
export function noneOf(pods: readonly PodView[], role: Role): string {
  return pods.length === 1 ? `${pods[0].subject.label} has no ${role}` : `None of the pods of ${listed(pods.map(({ subject }) => subject.label))} has ${article(role)}`;
}

/** `a sidecar`, `an init container`. */
export function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
