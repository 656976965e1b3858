import { capital, containerOrder } from '../closest';
import { matcher } from '../context';
import { difference, yamlOf } from '../difference';
import { manifestInOrder } from '../in-order';
import { compare, isAsymmetric, Partially, Unmatched } from '../partial';
import { listed, podOfSubject } from '../pods';
import { labelOf, Subject, Unusable } from '../received';

/** A partial manifest. */
export type ManifestPart = Partially<{ readonly [field: string]: any }>;

export const toMatchManifest = matcher(
  'toMatchManifest',
  (_partial: ManifestPart) => ['{…}'],
  (runner, subjects, partial) => {
    if (typeof partial !== 'object' || partial === null) {
      throw new Unusable('toMatchManifest takes a part of a manifest: { kind: \'Deployment\', spec: { replicas: 2 } }.');
    }
    const values = subjects.map((subject) => ({ subject, value: valueOf(subject) }));
    const found = values.map(({ subject, value }) => {
      const comparison = compare(runner, partial, value);
      return { subject, comparison, far: comparison.wrong + strangeness(partial, value) };
    });
    const right = found.filter(({ comparison }) => comparison.wrong === 0);
    return {
      pass: right.length > 0,
      explain: () => {
        if (right.length > 0) {
          return right.slice(0, 3).flatMap(({ subject, comparison }) => [
            `${capital(labelOf(subject))} matches:`,
            runner.utils.RECEIVED_COLOR(yamlOf(runner, comparison.actual, orderOf(subject))),
          ]);
        }
        const [best] = [...found].sort((a, b) => a.far - b.far || b.comparison.right - a.comparison.right);
        return [
          found.length === 1 ? `${capital(labelOf(best.subject))} is different:`
            : `None of ${listed(subjects.map(labelOf))} matches. Closest is ${labelOf(best.subject)}:`,
          difference(runner, best.comparison, orderOf(best.subject)),
        ];
      },
    };
  },
);

/** A measure of how unlike two objects are: another kind or name weighs more than everything else. */
function strangeness(partial: any, value: any): number {
  if (isAsymmetric(partial)) {
    return 0;
  }
  const other = (expected: unknown, actual: unknown, more: number) => typeof expected === 'string' && expected !== actual ? more : 0;
  return other(partial.kind, value?.kind, 100) + other(partial.metadata?.name, value?.metadata?.name, 10);
}

function valueOf(subject: Subject): unknown {
  const { manifest, problem, container } = subject;
  if (problem !== undefined) {
    throw new Unusable(`${subject.label} has no manifest to look at:\n\n${problem}`);
  }
  return container === undefined ? manifest : podOfSubject(subject)?.containers[0]?.container;
}

/** The part that is shown may not include the kind, which decides the order. */
function orderOf({ container, manifest }: Subject): (value: unknown) => unknown {
  if (container !== undefined) {
    return containerOrder;
  }
  const { apiVersion, kind } = Object(manifest);
  return (value) => {
    if (typeof value !== 'object' || value === null || isAsymmetric(value) || value instanceof Unmatched) {
      return value;
    }
    const shown = value as { readonly [key: string]: unknown };
    const inOrder = manifestInOrder({ ...shown, apiVersion, kind }) as { readonly [key: string]: unknown };
    const keys = Object.keys(inOrder).filter((key) => Object.hasOwn(shown, key));
    return Object.fromEntries(keys.map((key) => [key, key === 'apiVersion' || key === 'kind' ? shown[key] : inOrder[key]]));
  };
}
