/** JSON of a manifest, good or bad. */
export interface Manifest {
  [field: string]: any;
}

/** One manifest and, where it is not for all, the versions it is asked of. */
export interface Case {
  readonly name: string;
  readonly manifest: object;
  readonly versions?: string[];
}

/** What a case changes: fields of the pod's spec to set, or anything, done to the whole object. */
export type Tweak = { readonly [field: string]: unknown } | ((object: Manifest) => void);

/** A Pod that every version accepts, and what a case changes of it. */
export function minimalPod(tweak: Tweak = {}): Manifest {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod' }, spec: minimalSpec() };
  return apply(pod, pod.spec, tweak);
}

/** A Deployment that every version accepts; fields are set in the spec of its pod template. */
export function minimalDeployment(tweak: Tweak = {}): Manifest {
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'deployment' },
    spec: {
      selector: { matchLabels: { app: 'a' } },
      template: { metadata: { labels: { app: 'a' } }, spec: minimalSpec() },
    },
  };
  return apply(deployment, deployment.spec.template.spec, tweak);
}

/** A container with these fields set. */
export function container(fields: { readonly [field: string]: unknown } = {}): Manifest {
  return { name: 'main', image: 'image:1', ...fields };
}

/** A case of a Pod for each row, which is named by what it shows. */
export function podCases(rows: { readonly [name: string]: Tweak }): Case[] {
  return Object.entries(rows).map(([name, tweak]) => ({ name, manifest: minimalPod(tweak) }));
}

/** The same of a Deployment. */
export function deploymentCases(rows: { readonly [name: string]: Tweak }): Case[] {
  return Object.entries(rows).map(([name, tweak]) => ({ name: `Deployment: ${name}`, manifest: minimalDeployment(tweak) }));
}

function minimalSpec(): Manifest {
  return { containers: [container()] };
}

function apply(object: Manifest, spec: Manifest, tweak: Tweak): Manifest {
  if (typeof tweak === 'function') {
    tweak(object);
  } else {
    Object.assign(spec, tweak);
  }
  return object;
}
