import { App } from './app/app';
import { settingsOf } from './app/app-of';
import { collect, Entry } from './app/collect';
import { CHECKS } from './checks';
import type { AppFinding, AppOptions, AppReview, AppSettings } from './model';
import { AppReport } from './report';
import { review, ReviewOptions } from '../admission';

/**
 * Reviews all objects of an app: each as the API server would, and how they fit together. A `List` counts as its items. Never throws, whatever it
 * is given, and never changes its input.
 *
 * @param objects the manifests of the app
 */
export function reviewAll(objects: unknown, options: AppOptions = {}): AppReview {
  const { kubernetesVersion, podSecurity, advice } = options;
  const asked: ReviewOptions = { kubernetesVersion, podSecurity, advice };
  const manifests = Array.isArray(objects) ? objects as unknown[] : objects === undefined || objects === null ? [] : [objects];
  const reviews = manifests.map((manifest) => review(manifest, asked));
  const findings = findLinks(manifests.map((manifest, i) => ({ manifest, review: reviews[i] })), settingsOf(options));
  return { allowed: reviews.every(({ allowed }) => allowed) && findings.every(({ severity }) => severity !== 'error'), reviews, findings };
}

/** How objects that were reviewed fit together. */
export function findLinks(entries: readonly Entry[], settings: AppSettings): readonly AppFinding[] {
  return checkApp(new App(collect(entries, settings.namespace), settings));
}

/** How the objects of an app fit together. */
export function checkApp(app: App): readonly AppFinding[] {
  const report = new AppReport(app.settings);
  CHECKS.forEach((check) => check(app, report));
  return report.findings;
}
