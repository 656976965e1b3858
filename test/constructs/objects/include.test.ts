import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, relative } from 'path';
import { App as Cdk8sApp, Chart, Include as Cdk8sInclude, JsonPatch } from 'cdk8s';
import { Admission, App, Include } from '../../../src';

const YAML = `# Shop
---
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
    - port: 80
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: nginx:1.27
          ports:
            - containerPort: 99999
        - name: log
`;

let folder: string;
let file: string;
let shown: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cdk8s-pods-'));
  mkdirSync(join(folder, 'k8s'));
  file = join(folder, 'k8s', 'web.yaml');
  shown = relative(process.cwd(), file);
  writeFileSync(file, YAML);
});
afterEach(() => rmSync(folder, { recursive: true }));

function errors(include: Include | Cdk8sInclude): string {
  try {
    (include.node.root as App).synth();
  } catch (e) {
    return (e as Error).message;
  }
  return '';
}
const shop = (app: Cdk8sApp = new App({ outdir: join(folder, 'dist') })) => new Chart(app, 'shop');

test.each<[string, () => Cdk8sApp]>([
  ['our App', () => new App({ outdir: join(folder, 'dist') })],
  ["cdk8s' App", () => new Cdk8sApp({ outdir: join(folder, 'dist') })],
])('findings are at the lines of the YAML, with %s', (_, app) => {
  const message = errors(new Include(shop(app()), 'inc', { url: file }));
  expect(message).toContain('[shop/inc/web-deployment] spec.template.spec.containers[0].ports[0].containerPort: ');
  expect(message).toContain(`Deployment web · shop/inc/web-deployment · ${shown}:27:30`);
  expect(message).toContain(`shop/inc/web-deployment · ${shown}:28:11`); // the image that is missing
  expect(message.match(/ · FieldValue/g)).toHaveLength(2);
});

test('enforce does not report them twice', () => {
  const include = new Include(shop(), 'inc', { url: file });
  Admission.of(include.node.root).enforce();
  expect(errors(include).match(/ · FieldValue/g)).toHaveLength(2);
});

test('what code has changed is at the line of code', () => {
  const include = new Include(shop(), 'inc', { url: file });
  include.apiObjects[1].addJsonPatch(
    JsonPatch.replace('/spec/template/spec/containers/0/ports/0/containerPort', 0),
    JsonPatch.add('/spec/template/spec/containers/1/image', 'log:1'),
    JsonPatch.add('/spec/replicas', -1),
  );
  const places = [...errors(include).matchAll(/shop\/inc\/web-deployment · (\S+)/g)].map(([, place]) => place);
  expect(places).toEqual([expect.stringMatching(/include\.test\.ts:\d+:\d+$/), expect.stringMatching(/include\.test\.ts:\d+:\d+$/)]);
});

test('a container that a patch has moved is not looked for in its old place', () => {
  const include = new Include(shop(), 'inc', { url: file });
  include.apiObjects[1].addJsonPatch(JsonPatch.add('/spec/template/spec/containers/0', { name: 'first' }));
  const message = errors(include);
  expect(message).toMatch(/containers\[0\]\.image: [^\n]+\n\s+Deployment web · shop\/inc\/web-deployment · [^\n]*include\.test\.ts:/);
  expect(message).not.toContain(shown);
});

test('a file that is gone or has other objects by now', () => {
  const gone = new Include(shop(), 'inc', { url: file });
  rmSync(file);
  expect(errors(gone)).toMatch(/shop\/inc\/web-deployment · [^\n]*include\.test\.ts:/);
  writeFileSync(file, YAML);
  const other = new Include(shop(), 'inc', { url: file });
  writeFileSync(file, 'apiVersion: v1\nkind: Service\n---\napiVersion: v1\nkind: Service\n');
  expect(errors(other)).toMatch(/shop\/inc\/web-deployment · [^\n]*include\.test\.ts:/);
});

test('a sound file is written as cdk8s writes it', () => {
  writeFileSync(file, YAML.replace('99999', '8080').replace('- name: log', '- {name: log, image: "log:1"}'));
  const write = (Class: typeof Cdk8sInclude) => {
    const include = new Class(shop(), 'inc', { url: file });
    return (include.node.root as App).synthYaml();
  };
  expect(write(Include)).toBe(write(Cdk8sInclude));
});
