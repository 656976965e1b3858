// Options that there are not, and values that they do not take, are errors at the call.
import { App, Chart } from 'cdk8s';
import { Admission } from '../../../src';

const configure = (options: unknown): void => {
  Admission.of(new Chart(new App(), 'shop')).configure(options as any);
};

test.each<[unknown, string]>([
  [{ podSecurty: 'restricted' }, "shop: configure(): there is no option 'podSecurty'; there are kubernetesVersion, podSecurity, warningsAsErrors, advice"],
  [{ strict: true }, "shop: configure(): there is no option 'strict'; there are"],
  [{ podSecurity: 'restrictd' }, "shop: configure(): podSecurity must be 'privileged' or 'baseline' or 'restricted'; got 'restrictd'"],
  [{ podSecurity: null }, 'got null'],
  [{ kubernetesVersion: '1.32' }, "kubernetesVersion must be '1.33' or "],
  [{ kubernetesVersion: 1.36 }, 'got 1.36'],
  [{ warningsAsErrors: 'yes' }, "warningsAsErrors must be true or false; got 'yes'"],
  [{ advice: 1 }, 'advice must be true or false; got 1'],
  ['restricted', "configure() takes an object of options; got 'restricted'"],
  [undefined, 'got undefined'],
  [{ ['x'.repeat(1000)]: 1 }, `there is no option '${'x'.repeat(77)}…'`],
])('%j', (options, message) => {
  expect(() => configure(options)).toThrow(message);
});

test('Admission.review() asks for the same', () => {
  expect(() => Admission.review({}, { podSecurty: 'restricted' } as any)).toThrow("Admission.review(): there is no option 'podSecurty'");
});

test.each([[{ podSecurty: 'restricted' }, "fix: did you mean 'podSecurity'?"], [{ podSecurity: 'restrictd' }, "fix: did you mean 'restricted'?"], [{ strict: true }, 'fix: remove it']])(
  '%j: the fix', (options, fix) => {
    expect(() => configure(options)).toThrow(fix);
    expect(() => configure(options)).toThrow('configure.test.ts');
  });

test('good options, and one that is undefined', () => {
  expect(() => configure({ podSecurity: 'baseline', kubernetesVersion: '1.34', warningsAsErrors: true, advice: undefined })).not.toThrow();
});
