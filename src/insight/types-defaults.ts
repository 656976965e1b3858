import type { InsightBase } from './types-common';

/** One field that the server stores differently from the manifest. */
export interface DefaultedField {
  /** The exact place, as text: `spec.containers[0].imagePullPolicy`. */
  readonly at: string;
  /** The exact place as data. Empty for the object itself. */
  readonly keys: (string | number)[];
  /** The value that the server stores; absent when it drops the field. */
  readonly value?: any;
  /** The value in the manifest; absent when the field is unset. */
  readonly given?: any;
  /**
   * `default`: the field was missing. `normal-form`: the same value as the server writes it, such as `500m` for `0.5`. `dropped`: the server
   * does not keep the field. `admission`: a plugin of the API server adds it to every new pod.
   */
  readonly by: 'default' | 'normal-form' | 'dropped' | 'admission';
  /** The plugin: `DefaultTolerationSeconds`, `ServiceAccount`, `Priority`. */
  readonly plugin?: string;
}

/** What the server adds to a manifest, field by field. */
export interface PodDefaults extends InsightBase {
  /** In the order of the object as the server stores it. */
  readonly fields: DefaultedField[];
  /**
   * What the admission plugins that are on by default add to the pod: this object if it is a Pod, otherwise each pod that its controller creates.
   * `at` and `keys` are places in the pod.
   */
  readonly admission: DefaultedField[];
}
