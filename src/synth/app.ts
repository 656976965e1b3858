import { App as Cdk8sApp, AppProps, Chart } from 'cdk8s';
import { metadataPieces } from './construct-metadata';
import { manifestFinisher, Manifests } from './manifests';
import { Order, orderOf } from './order';
import { outputFiles } from './output-files';
import { withOwnManifests } from './own-manifests';
import { Progress } from './progress';
import { walkTree } from './tree';
import { Validation } from './validate';
import { FileContent, writeFiles } from './write-files';
import { EXACT_YAML, HAS_SESSIONS, mark } from '../constructs/bridge/marks';
import { duringSynth } from '../constructs/bridge/session';
import { recordsConstructMetadata } from '../constructs/cdk8s/insides';

/**
 * An app, in place of cdk8s' own: same options, same files. Each construct is validated once and each object reviewed and rendered once,
 * the YAML carries every string exactly, and either all files are written or none.
 *
 * @example
 *
 *   const app = new App();
 *   const chart = new Chart(app, 'shop');
 *   new Pod(chart, 'web', { containers: [{ name: 'web', image: 'nginx:1.27' }] });
 *   app.synth();
 */
export class App extends Cdk8sApp {
  private readonly writesConstructMetadata: boolean;

  /**
   * @param props the options of cdk8s' App
   */
  constructor(props: AppProps = {}) {
    super(props);
    this.writesConstructMetadata = recordsConstructMetadata(props.recordConstructMetadata);
    mark(this, EXACT_YAML, true);
    mark(this, HAS_SESSIONS, true);
  }

  /**
   * All charts of the app, those that others depend on first.
   */
  public get charts(): Chart[] {
    return orderOf(walkTree(this)).charts.map((place) => place.construct);
  }

  /**
   * Writes all manifests into the output folder.
   *
   * @throws Error that lists everything that is wrong; the folder is then unchanged
   */
  public synth(): void {
    this.reporting((progress) => {
      const tree = walkTree(this);
      const validation = new Validation(tree.places, progress);
      validation.first(() => {
        const order = withOwnManifests(orderOf(tree), validation);
        const manifests = new Manifests(validation, progress, tree.charts.reduce((sum, chart) => sum + chart.objects.length, 0));
        writeFiles(this.outdir, this.contents(order, manifests), () => {
          validation.finish();
          manifests.finish();
        });
      });
    });
  }

  /**
   * All manifests as one YAML text.
   *
   * @throws Error that lists everything that is wrong
   */
  public synthYaml(): string {
    return this.reporting((progress) => {
      const tree = walkTree(this);
      const validation = new Validation(tree.places, progress);
      const order = withOwnManifests(orderOf(tree), validation);
      let text = '';
      validation.first(() => {
        const objects = order.charts.flatMap((chart) => order.objectsOf(chart));
        const manifests = new Manifests(validation, progress, objects.length);
        text = [...manifests.pieces({ path: '', objects, oneOfSeveral: false })].map(String).join('');
        validation.finish();
        manifests.finish();
      });
      return text;
    });
  }

  /** Shows progress on a terminal when it takes long. */
  private reporting<T>(action: (progress: Progress) => T): T {
    const progress = new Progress();
    try {
      return duringSynth(this, () => action(progress), manifestFinisher());
    } finally {
      progress.end();
    }
  }

  private* contents(order: Order, manifests: Manifests): Iterable<FileContent> {
    for (const file of outputFiles(order, this, manifests)) {
      yield { path: file.path, pieces: manifests.pieces(file) };
    }
    if (this.writesConstructMetadata) {
      yield { path: 'construct-metadata.json', pieces: metadataPieces(order.charts.flatMap((chart) => order.objectsOf(chart))) };
    }
  }
}
