// An app from manifests that nobody has reviewed yet.
import { App } from './app';
import { collect, Entry } from './collect';
import { review, ReviewOptions } from '../../admission';
import { clusterSession } from '../../cluster';
import type { AppOptions } from '../model';
import { settingsOf } from '../options';

/** An app, for whoever asks something else about it: a picture, who may talk to whom. */
export function appOf(objects: unknown, options?: AppOptions): App {
  const settings = settingsOf(options);
  return new App(collect(entriesOf(objects, { kubernetesVersion: settings.kubernetesVersion }), settings.namespace), settings);
}

/** The manifests with their reviews; in a known cluster each sees what was created before it. */
export function entriesOf(objects: unknown, options?: AppOptions): Entry[] {
  const { cluster } = settingsOf(options);
  const asked = { ...reviewOptionsOf(options), ...cluster === undefined ? {} : { cluster: clusterSession(cluster) } };
  return manifestsOf(objects).map((manifest) => ({ manifest, review: review(manifest, asked) }));
}

/** What of the options each review needs; the wrong ones too, since the review says so. */
function reviewOptionsOf(options: AppOptions | undefined): ReviewOptions | undefined {
  try {
    const { namespace: _, codes: __, cluster: ___, ...rest } = options ?? {};
    const { cluster } = settingsOf(options);
    // What was created before an object is there when it comes.
    return cluster === undefined ? rest : { ...rest, cluster: clusterSession(cluster) };
  } catch {
    return undefined;
  }
}

function manifestsOf(objects: unknown): unknown[] {
  try {
    return Array.isArray(objects) ? Array.from(objects as unknown[]) : objects === undefined || objects === null ? [] : [objects];
  } catch {
    return [undefined]; // a proxy that throws: the review says so
  }
}
