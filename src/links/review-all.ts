import { App } from './app/app';
import { entriesOf } from './app/app-of';
import { collect, Entry } from './app/collect';
import { CHECKS } from './checks';
import type { AppFinding, AppOptions, AppReview, AppSettings } from './model';
import { settingsOf } from './options';
import { AppReport } from './report';

/**
 * Reviews all objects of an app: each as the API server would, and how they fit together. A `List` counts as its items. Never throws, whatever
 * it is given, and never changes its input.
 *
 * @param objects the manifests of the app, in the order in which they are applied
 */
export function reviewAll(objects: unknown, options?: AppOptions): AppReview {
  const entries = entriesOf(objects, options);
  const findings = findLinks(entries, settingsOf(options));
  const reviews = entries.map(({ review }) => review);
  return { allowed: reviews.every(({ allowed }) => allowed) && findings.every(({ severity }) => severity !== 'error'), reviews, findings };
}

/**
 * How objects that were reviewed fit together: for whoever has the reviews already.
 *
 * @param isWhole whether the entries are all there is: a file that could not be read may have what is missing
 */
export function findLinks(entries: readonly Entry[], settings: AppSettings, isWhole = true): readonly AppFinding[] {
  const collected = collect(entries, settings.namespace);
  return checkApp(new App({ ...collected, isWhole: isWhole && collected.isWhole }, settings));
}

/** How the objects of an app fit together. */
export function checkApp(app: App): readonly AppFinding[] {
  const report = new AppReport(app.settings);
  CHECKS.forEach((check) => check(app, report));
  return report.findings;
}
