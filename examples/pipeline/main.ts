import { App } from 'cdk8s';
import { Shop } from './shop';

const app = new App();
new Shop(app, 'shop', process.env.IMAGE ?? 'ghcr.io/acme/web:1.4.2');
app.synth();
