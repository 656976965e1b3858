// All files of a check as one app.
import type { CheckSettings } from './settings';
import type { Review } from '../admission';
import type { AppFinding, OtherSide } from '../links';
import { Json, textAt } from '../objects/plain';
import { nameOf, Range, RelatedPlace } from '../report/model';

/** An object of a file that belongs to the app. */
export interface TogetherObject {
  readonly manifest: unknown;
  readonly review: Review;
  readonly file: string;
  /** The range of a place in it. */
  readonly rangeOf: (keys: readonly (string | number)[]) => Range | undefined;
  /** Takes a finding about it, found after its file was checked. */
  readonly take: (finding: AppFinding, related: readonly RelatedPlace[]) => void;
}

/** Collects the objects of all files, and then gives each what does not fit to the others. */
export class Together {
  private readonly objects: TogetherObject[] = [];

  public add(object: TogetherObject): void {
    this.objects.push(object);
  }

  /**
   * Looks at all objects.
   *
   * @param isWhole all files could be read, and none was left out as something that may become a manifest
   */
  public finish({ kubernetesVersion, advice, severities, cluster }: CheckSettings, isWhole: boolean): void {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when asked for, since most checks do without
    const { findLinks, linkSettings } = require('../links') as typeof import('../links');
    const settings = linkSettings({ kubernetesVersion, advice, codes: severities, cluster: cluster?.facts });
    for (const finding of findLinks(this.objects, settings, isWhole)) {
      const { origin } = finding.object;
      if (origin !== undefined) {
        this.objects[origin.index].take(finding, finding.others.map((other) => this.related(other)));
      }
    }
  }

  private related({ kind, namespace, name, at, keys, origin }: OtherSide): RelatedPlace {
    const object = origin === undefined ? undefined : this.objects[origin.index];
    const range = object?.rangeOf(keys);
    const written = object === undefined ? namespace : textAt(object.manifest as Json, 'metadata', 'namespace');
    const place = { ...object === undefined ? {} : { file: object.file }, ...range === undefined ? {} : { range } };
    return { name: nameOf({ kind, namespace: written, name, index: 0 }), at, ...place };
  }
}
