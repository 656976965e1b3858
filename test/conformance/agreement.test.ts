import { unknownToOracle } from '../../conformance/agreement';

const KIND = { accepted: false, stage: 'kind' } as const;

test.each([
  [{ kind: 'Deployment', apiVersion: 'apps/v1' }, KIND, 'the oracle does not know Deployment of apps/v1: add it to'],
  [{ kind: 'Deployment', apiVersion: 'v1' }, KIND, undefined],
  [{ kind: 'Deployment', apiVersion: 'apps/v1', Kind: 'x' }, KIND, undefined],
  [{ kind: 'toString' }, KIND, undefined],
  ['text', KIND, undefined],
  [{ kind: 'Deployment', apiVersion: 'apps/v1' }, { accepted: true }, undefined],
])('%j that the oracle answers with %j', (manifest, verdict, expected) => {
  const said = unknownToOracle(verdict, manifest);
  expect(said?.slice(0, expected?.length)).toBe(expected);
});
