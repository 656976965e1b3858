import { Testing } from 'cdk8s';
import { Admission } from 'cdk8s-pods';
import { Shop } from './shop';

test('the API server takes every object of the shop, without a warning', () => {
  for (const manifest of Testing.synth(new Shop(Testing.app(), 'shop', 'web:1.0.0'))) {
    expect(Admission.review(manifest, { kubernetesVersion: '1.35', podSecurity: 'baseline' }).findings).toEqual([]);
  }
});
