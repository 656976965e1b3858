// A port of a Service without targetPort, which goes to the port of its own number.
import { Container, Deployment, k8s, Service } from '../../../src';
import { shop, synth } from '../helpers';

/** What is written to stderr about a Service of these ports, whose pods declare those. */
function advice(ports: k8s.ServicePort[], ...declared: k8s.ContainerPort[][]): string[] {
  const chart = shop();
  const web = new Deployment(chart, 'web', { metadata: { name: 'web' } });
  declared.forEach((containerPorts, i) => new Container(web, `app${i}`, { image: 'web:1', ports: containerPorts }));
  new Service(chart, 'svc', { metadata: { name: 'svc' }, selectorFor: web, ports });
  const write = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  try {
    synth(chart);
    return write.mock.calls.map(([text]) => String(text));
  } finally {
    write.mockRestore();
  }
}

const HTTP = { name: 'http', containerPort: 8080 };

test('one that no container declares is advice, without asking', () => {
  const lines = advice([{ port: 80 }], [HTTP, { containerPort: 9090 }]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('spec.ports[0].port: without targetPort the Service sends to port 80, which no container of the selected pods declares; '
    + "they declare 8080 ('http'), 9090");
  expect(lines[0]).toContain("fix: add targetPort: 'http'");
  expect(lines[0]).toContain('advice/service-target-port');
});

test.each<[string, k8s.ServicePort, k8s.ContainerPort[][]]>([
  ['one that a container declares', { port: 8080 }, [[HTTP]]],
  ['one that another container declares', { port: 80 }, [[HTTP], [{ containerPort: 80 }]]],
  ['one with a targetPort', { port: 80, targetPort: 1234 }, [[HTTP]]],
  ['one of pods that declare nothing, and may have any', { port: 80 }, [[]]],
  ['one of a protocol of which nothing is declared', { port: 53, protocol: 'UDP' }, [[HTTP]]],
])('%s is fine', (_, port, declared) => {
  expect(advice([port], ...declared)).toEqual([]);
});
