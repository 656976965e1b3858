/** An init container runs a template tool: it puts values such as the pod's IP address into the configuration of the app container. */
import { Chart } from 'cdk8s';
import { ConfigMap, Container, DownwardEnv, EnvSource, InitContainer, Pod, Volume } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class ConfigTemplate extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    // Helpers take the object itself instead of its name. The object is then written before the pod.
    const settings = new ConfigMap(this, 'settings', {
      data: {
        'server-name': 'shop.example.com',
        'default.conf.template': 'server { listen ${POD_IP}:8080; server_name ${SERVER_NAME}; root /usr/share/nginx/html; }\n',
      },
    });

    const pod = new Pod(this, 'web');
    const template = Volume.configMap('template', settings, { items: [{ key: 'default.conf.template', path: 'default.conf.template' }] });
    const config = Volume.emptyDir('config');

    new InitContainer(pod, 'render-config', {
      image: 'nginx:1.27.3',
      command: ['sh', '-c', 'envsubst < /template/default.conf.template > /config/default.conf'],
      env: {
        POD_IP: DownwardEnv.podIP(),
        SERVER_NAME: EnvSource.configMapKey(settings, 'server-name'),
      },
      volumeMounts: [template.mount('/template', { readOnly: true }), config.mount('/config')],
    });

    new Container(pod, 'web', {
      image: 'nginx:1.27.3',
      ports: [{ name: 'http', containerPort: 8080 }],
      volumeMounts: [config.mount('/etc/nginx/conf.d', { readOnly: true })],
    });
  }
}
