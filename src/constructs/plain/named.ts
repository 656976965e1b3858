/**
 * Anything that has the name of an API object: a cdk8s `ApiObject`, a construct of this library, a cdk8s-plus resource, or a
 * literal `{ name: 'x' }`. Where a prop or helper takes the name of another object, it takes the object itself too.
 */
export interface INamed {
  /**
   * The `metadata.name` of the object.
   */
  readonly name: string;
}

/**
 * An API object that others refer to by group, kind and name: every object of this library, a cdk8s `ApiObject`, a cdk8s-plus resource.
 */
export interface IApiResource extends INamed {
  /**
   * The group and version of the object: `v1`, `apps/v1`.
   */
  readonly apiVersion: string;

  /**
   * The kind of the object: `Deployment`.
   */
  readonly kind: string;
}

/**
 * Something that pods can be selected by: a Pod or a workload of this library.
 */
export interface IPodSelector {
  /**
   * The labels that select exactly its pods.
   *
   * @throws Error when its pods cannot be selected by labels alone, with what to do.
   */
  matchLabels(): { [label: string]: string };
}
