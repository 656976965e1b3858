// The texts of the codes, as the package ships them.
import { readFileSync } from 'fs';
import { join } from 'path';
import { ruleMarkdown, rulePlain, ruleUrl } from '../../src/report/rules';
import { anchor } from '../../tools/docs/findings';
import { rulesOfDocs } from '../../tools/rules';

const rules = rulesOfDocs();
const all = Object.entries(rules);

test('every code of the pages has a text, and a page with its anchor', () => {
  expect(all.length).toBeGreaterThan(550);
  for (const [code, rule] of all) {
    const [page, fragment] = rule.page.split('#');
    const headings = readFileSync(join(__dirname, '../../docs', page), 'utf8').split('\n').filter((line) => /^#+ /.test(line));
    expect({ code, anchors: headings.map((line) => anchor(line.replace(/^#+ /, ''))) }).toEqual({ code, anchors: expect.arrayContaining([fragment]) });
    expect({ code, text: rulePlain(rule) }).toEqual({ code, text: expect.stringMatching(/\S.{10}/) });
  }
});

test('links lead to the documentation from anywhere', () => {
  const links = all.flatMap(([, rule]) => [...ruleMarkdown(rule).matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link));
  expect(links.length).toBeGreaterThan(500);
  expect(links.filter((link) => !/^https:\/\/github\.com\/cdk8s-pods\/cdk8s-pods\/blob\/main\/docs\/\S+$/.test(link))).toEqual([]);
  expect(ruleUrl(rules['image/missing'])).toBe('https://github.com/cdk8s-pods/cdk8s-pods/blob/main/docs/findings/containers.md#imagemissing');
});

test('the plain text has no Markdown', () => {
  expect(rulePlain({ page: '', markdown: '**error** · [Invalid](../x.md)\n\nAt `spec.a`.\n\n> \\_a \\`b\\`\n\n```yaml\na: **b**\n  - [c](d)\n```\n\n**Fix:** do `it`' }))
    .toBe('error · Invalid\n\nAt spec.a.\n\n_a `b`\n\n    a: **b**\n      - [c](d)\n\nFix: do it');
});
