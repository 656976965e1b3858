import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { AdmissionOptions, optionsFor, suppressionsFor } from './admission-settings';
import { errorText, locate, writeOnce } from './attach';
import { mark, marked, TOGETHER } from './marks';
import { synthOf, useSessions } from './session';
import type { Finding } from '../../admission/finding';
import { annotatedSuppressions } from '../../admission/suppressions';
import type * as linking from '../../links';
import type { AppFinding, AppReview, OtherSide } from '../../links/model';
import { sourceOf } from '../../locate/source';

/** How findings about links weigh, by code. */
export type Severities = { readonly [code: string]: string };

/** The links. They are loaded at their first use, so that importing this package does not wait for them. */
function load(): typeof linking {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import cannot wait, and import() answers too late
  return require('../../links') as typeof linking;
}

/** Reviews all objects of an app, each and together. */
export function reviewAll(manifests: unknown, { kubernetesVersion, podSecurity, advice }: AdmissionOptions, severities: Severities): AppReview {
  return load().reviewAll(manifests, { kubernetesVersion, podSecurity, advice, codes: severities as never });
}

/** Looks at synth at how all objects of an app fit together, once in a synth. A second call adds severities. */
export function reviewTogether(scope: IConstruct, severities: Severities): void {
  const app = scope.node.root;
  const before: Severities | undefined = marked(app, TOGETHER);
  mark(app, TOGETHER, { ...before, ...severities });
  if (before === undefined) {
    useSessions(app);
    app.node.addValidation({ validate: () => errorsOf(app) });
  }
}

interface Member {
  readonly object: ApiObject;
  readonly manifest: any;
}

function errorsOf(app: IConstruct): string[] {
  const synth = synthOf(app);
  if (synth !== undefined && marked(synth, TOGETHER) !== undefined) {
    return []; // it was said already: cdk8s validates the app again for each chart
  }
  if (synth !== undefined) {
    mark(synth, TOGETHER, true);
  }
  const members = app.node.findAll().filter((construct): construct is ApiObject => ApiObject.isApiObject(construct)).flatMap((object): Member[] => {
    try {
      return [{ object, manifest: object.toJson() }];
    } catch (e) {
      return []; // its own validation says why
    }
  });
  const { kubernetesVersion, advice } = optionsFor(app);
  const settings = { kubernetesVersion, advice, codes: marked(app, TOGETHER) };
  return load().reviewAll(members.map(({ manifest }) => manifest), settings).findings.flatMap((finding) => errorOf(finding, members) ?? []);
}

/** A finding that stops synth as text; the others go to stderr, once. */
function errorOf(finding: AppFinding, members: readonly Member[]): string | undefined {
  const { object, manifest } = members[finding.object.origin!.index];
  const used = [...suppressionsFor(object), ...annotatedSuppressions(manifest)].filter(({ code }) => code === finding.code);
  if (finding.severity !== 'error' && used.length > 0) {
    used.forEach((suppression) => synthOf(object)?.used.add(suppression));
    return undefined;
  }
  const located = locate(withOthers(finding, members), object, object, manifest);
  const text = errorText(located, object);
  if (finding.severity === 'error' || finding.severity === 'warning' && optionsFor(object).warningsAsErrors) {
    return `${object.node.path}: ${text}`;
  }
  writeOnce(object, finding.severity, text);
  return undefined;
}

/** The finding, with the constructs of the other side and their lines in its message. */
function withOthers(finding: AppFinding, members: readonly Member[]): Finding {
  const places = finding.others.flatMap((other) => placeOf(other, members) ?? []);
  const { others: _, object: __, ...rest } = finding;
  return places.length === 0 ? rest : { ...rest, message: `${rest.message} (see ${places.join('; ')})` };
}

function placeOf({ origin, at }: OtherSide, members: readonly Member[]): string | undefined {
  if (origin === undefined) {
    return undefined;
  }
  const { object } = members[origin.index];
  return [object.node.path, ...at === '' ? [] : [at], sourceOf(object) ?? ''].filter((part) => part !== '').join(', ');
}
