import { podsOf, PodTemplate, PodView, listed } from './pods';
import { Subject, subjectsOf, Unusable } from './received';

/**
 * The manifests of an app, chart, construct, manifest, list of those, or YAML text, as plain data in the order in which they are applied.
 * They are what would be written, whether or not the API server accepts them.
 *
 * @throws Error when there are none, or a construct cannot be written
 */
export function manifestsOf(x: unknown): any[] {
  return withPlainErrors(() => subjectsOf(x).map((subject) => {
    if (subject.problem !== undefined) {
      throw new Unusable(`${subject.label} has no manifest:\n\n${subject.problem}`);
    }
    return subject.manifest;
  }));
}

/**
 * The only pod, or pod template; if there are several, that of the object with this name. The name may be the one in the
 * manifest, the construct's id or path, or one of these after the kind: `Deployment/web`.
 *
 * @throws Error when no pod is meant, or several are
 */
export function podOf(x: unknown, name?: string): PodTemplate {
  return withPlainErrors(() => {
    const all = podsOf(subjectsOf(x));
    const meant = name === undefined ? all : all.filter(({ subject }) => namesOf(subject).includes(name));
    if (meant.length !== 1) {
      const [these, which] = meant.length === 0 ? [all, `has the name '${name}'`] : [meant, name === undefined ? 'is meant' : `of '${name}' is meant`];
      throw new Unusable(`Which pod ${which}? There ${these.length === 1 ? 'is' : 'are'} ${listed(these.map(labelOf))}.`);
    }
    return meant[0].template;
  });
}

function namesOf({ kind, name, construct }: Subject): string[] {
  const names = [name, ...construct === undefined ? [] : [construct.node.id, construct.node.path]];
  return [...names, ...names.map((one) => `${kind}/${one}`)];
}

function labelOf({ subject }: PodView): string {
  return subject.label;
}

function withPlainErrors<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof Unusable ? new Error(error.message) : error;
  }
}
