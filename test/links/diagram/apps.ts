// Apps for pictures: small, and as many objects as one wants.

export function deployment(name: string, spec: object = {}, container: object = {}): object {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name: 'app', image: 'app:1', ...container }], ...spec } } },
  };
}

export function service(name: string, app = name): object {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { selector: { app }, ports: [{ port: 80 }] } };
}

export function config(name: string): object {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { key: 'value' } };
}

/** A Deployment with a Service, and a ConfigMap that it reads. */
export function small(name = 'web'): object[] {
  return [service(name), deployment(name, {}, { envFrom: [{ configMapRef: { name: `${name}-config` } }] }), config(`${name}-config`)];
}

/** Many apps: each reads its own configuration and one that all share; every fifth names what is not there. */
export function many(count: number): object[] {
  const apps = Array.from({ length: count }, (_, i) => {
    const [own, ...rest] = small(`app-${i}`);
    const shared = { envFrom: [{ configMapRef: { name: `app-${i}-config` } }, { configMapRef: { name: i % 5 === 0 ? 'absent' : 'shared' } }] };
    return i % 5 === 1 ? [service(`app-${i}`, 'nobody'), ...rest] : [own, deployment(`app-${i}`, {}, shared), rest[1]];
  });
  return [...apps.flat(), config('shared'), config('alone')];
}
