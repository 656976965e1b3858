import { LINK_CASES } from './cases';
import { reviewAll } from '../../src/links';
import type { AppFinding } from '../../src/links';

const placeOf = ({ object: { kind, name, at } }: AppFinding): string => `${kind}/${name} ${at}`;

for (const [area, cases] of Object.entries(LINK_CASES)) {
  describe(area, () => {
    test.each(Object.entries(cases))('%s', (_, { code, verdict, at, broken, whole, refused }) => {
      const { reviews, findings } = reviewAll(broken, { advice: true });
      const own = findings.filter((finding) => finding.code === code);

      expect(reviews.every(({ allowed }) => allowed)).toBe(refused !== true);
      expect(own.map(placeOf)).toEqual(at);
      expect(own.every((finding) => finding.verdict === verdict && finding.subject === 'app')).toBe(true);
      expect(reviewAll(whole, { advice: true }).findings.filter((finding) => finding.code === code)).toEqual([]);
    });
  });
}
