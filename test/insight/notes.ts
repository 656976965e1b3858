import { readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';

/** A manifest of the notes, by the name of its file. */
export function note(name: string): any {
  return parse(readFileSync(join(__dirname, '../examples/notes', `${name}.yaml`), 'utf8'));
}

/** The pod with two init containers that wait for Services. */
export const MYAPP_POD = () => note('002-myapp-pod');
/** A Deployment and a Job, each with a log shipper as a sidecar. */
export const LOGSHIPPER_DEPLOYMENT = () => note('000-sidecar-deployment');
export const LOGSHIPPER_JOB = () => note('000-sidecar-job');
/** Two containers that share a volume. */
export const MC1 = () => note('003-shared-volume');
/** A pod whose volumes are written as before v1. */
export const CADVISOR_AGENT = () => note('004-cadvisor-agent');
/** The pod of which the notes show the object as the server stores it. */
export const WEBSERVER = () => note('003-webserver');

/** A pod with one container, or with these. */
export function pod(spec: object = {}, container: object = {}): any {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [{ name: 'app', image: 'app:1', ...container }], ...spec } };
}

/** A Job whose pods have one container. */
export function job(spec: object = {}, podSpec: object = {}, container: object = {}): any {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'work' },
    spec: { ...spec, template: { spec: { restartPolicy: 'Never', containers: [{ name: 'app', image: 'app:1', ...container }], ...podSpec } } },
  };
}

/** An init container; with `restartPolicy: 'Always'` a sidecar. */
export const init = (name: string, rest: object = {}): object => ({ name, image: 'app:1', ...rest });
