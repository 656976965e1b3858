// An app from manifests that nobody has reviewed yet.
import { App } from './app';
import { collect } from './collect';
import { review } from '../../admission';
import { DEFAULT_KUBERNETES_VERSION } from '../../admission/version';
import type { AppOptions, AppSettings } from '../model';

/** The options, complete. */
export function settingsOf({ kubernetesVersion = DEFAULT_KUBERNETES_VERSION, namespace = 'default', advice = false, codes = {} }: AppOptions): AppSettings {
  return { kubernetesVersion, namespace, advice, codes };
}

/** An app, for whoever asks something else about it: a picture, who may talk to whom. */
export function appOf(objects: unknown, options: AppOptions = {}): App {
  const settings = settingsOf(options);
  const { kubernetesVersion } = settings;
  const manifests = Array.isArray(objects) ? objects as unknown[] : objects === undefined || objects === null ? [] : [objects];
  return new App(collect(manifests.map((manifest) => ({ manifest, review: review(manifest, { kubernetesVersion }) })), settings.namespace), settings);
}
