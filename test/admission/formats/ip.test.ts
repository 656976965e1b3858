import { addressOf, cidrRange } from '../../../src/admission/formats/ip';

test.each([
  ['10.0.0.0/8', true, '10.0.0.0', '10.255.255.255'],
  ['10.1.2.3/8', true, '10.0.0.0', '10.255.255.255'],
  ['0.0.0.0/0', true, '0.0.0.0', '255.255.255.255'],
  ['203.0.113.9/32', true, '203.0.113.9', '203.0.113.9'],
  ['::ffff:10.0.0.0/104', true, '10.0.0.0', '10.255.255.255'],
  ['::/0', false, '::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2001:db8::/33', false, '2001:db8::', '2001:db8:7fff:ffff:ffff:ffff:ffff:ffff'],
])('%s has a first and a last address', (cidr, v4, first, last) => {
  const range = cidrRange(cidr)!;
  expect({ v4: range.v4, first: addressOf(range.first, range.v4), last: addressOf(range.last, range.v4) }).toEqual({ v4, first, last });
});

test.each(['', '10.0.0.0', '10.0.0.0/33', 'x/8', '10.0.0/8'])('%s is no block', (text) => {
  expect(cidrRange(text)).toBeUndefined();
});
