/** The cdk8s app of this folder: `npx cdk8s synth` writes every example to a file of its own. */
import { App } from 'cdk8s';
import { EXAMPLES } from './all';

const app = new App();
for (const [name, example] of Object.entries(EXAMPLES)) {
  new example(app, name);
}
app.synth();
