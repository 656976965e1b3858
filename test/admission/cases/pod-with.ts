/** One manifest that every supported version is asked about, or those of `versions`. */
export interface Case {
  readonly name: string;
  readonly manifest: object;
  readonly versions?: string[];
}

/** Cases by what they are about, in words. */
export function casesOf(area: string, manifests: Record<string, object>): Case[] {
  return Object.entries(manifests).map(([name, manifest]) => ({ name: `${area}: ${name}`, manifest }));
}

/** A pod whose one container has these fields, and whose spec has those. */
export function podWith(container: object, spec: object = {}): object {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [app(container)], ...spec } };
}

/** A pod with an init container that has these fields. */
export function podWithInit(container: object, spec: object = {}): object {
  return podWith({}, { initContainers: [{ name: 'first', image: 'first:1', ...container }], ...spec });
}

/** A pod with an ephemeral container that has these fields, which a new pod cannot have; what is wrong with it is said all the same. */
export function podWithEphemeral(container: object, spec: object = {}): object {
  return podWith({}, { ephemeralContainers: [{ name: 'debug', image: 'debug:1', ...container }], ...spec });
}

/** A Deployment whose one container has these fields. */
export function deploymentWith(container: object, spec: object = {}): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [app(container)], ...spec } },
    },
  };
}

/** A container; `fields` may replace its name and image. */
export function app(fields: object = {}): object {
  return { name: 'app', image: 'app:1', ...fields };
}
