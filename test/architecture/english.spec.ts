import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GUARDS } from '@app/casework';
import ts from 'typescript';
import { ALERT_FAMILIES } from '../../libs/overstay/src/domain/alert-rule';
import { TASK_TEXTS } from '../../libs/reporting/src/domain/work-texts';
import { listFiles, ROOT } from './source-tree';

const CODE = /^[A-Z][A-Z0-9_]{2,}$/;
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;
const english = (area: string) =>
  JSON.parse(readFileSync(join(ROOT, `apps/web/src/language/en/${area}.json`), 'utf8')) as Record<string, string>;

const textOf = (node: ts.Node | undefined): string =>
  !node ? '' : ts.isStringLiteralLike(node) ? node.text : ts.isTemplateExpression(node) ? node.getText() : '';
const isSentence = (text: string) => VIETNAMESE.test(text) && /[.…][`']?$/.test(text);
const isCode = (node: ts.Node | undefined): node is ts.StringLiteralLike => !!node && ts.isStringLiteralLike(node) && CODE.test(node.text);

/** Codes that the server sends beside a Vietnamese sentence: `(…, 'CODE', 'câu')`, `['CODE', …, 'câu.']`, `{ code: 'CODE', message: 'câu' }`, `CODE: 'câu.'`. */
function codesIn(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node))
      node.arguments?.forEach((argument, i) => {
        if (isCode(argument) && VIETNAMESE.test(textOf(node.arguments![i + 1]))) found.push(argument.text);
      });
    if (ts.isObjectLiteralExpression(node)) {
      const given = (name: string) =>
        node.properties.find((one): one is ts.PropertyAssignment => ts.isPropertyAssignment(one) && one.name.getText() === name)
          ?.initializer;
      const code = given('code');
      if (isCode(code) && VIETNAMESE.test(textOf(given('message')) + textOf(given('detail')))) found.push(code.text);
    }
    if (ts.isArrayLiteralExpression(node) && isCode(node.elements[0]) && node.elements.some((one) => isSentence(textOf(one))))
      found.push(node.elements[0].text);
    if (
      ts.isPropertyAssignment(node) &&
      CODE.test(node.name.getText()) &&
      ts.isStringLiteralLike(node.initializer) &&
      isSentence(node.initializer.text)
    )
      found.push(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('what the server says, in English', () => {
  it('has a sentence for every refusal', () => {
    const sources = listFiles().filter((path) => /^(libs|apps\/api)\/.*\.ts$/.test(path) && !path.endsWith('.spec.ts'));
    const codes = new Set(sources.flatMap(codesIn));
    expect(codes.size).toBeGreaterThan(200);
    const known = english('refusals');
    expect([...codes].filter((code) => !known[code]).sort()).toEqual([]);
    expect(Object.keys(known).filter((code) => !codes.has(code) && code !== 'FIELD')).toEqual([]);
  });

  it('has words for every alert, task and paper', () => {
    const words = english('work');
    const kinds = [...ALERT_FAMILIES, ...Object.keys(TASK_TEXTS), 'OVERSTAY_PROPOSAL', 'HELD_BATCH', 'OTHER'];
    const wanted = [
      'estimated',
      ...kinds.flatMap((kind) => [`title.${kind}`, `why.${kind}`, `advice.${kind}`]),
      ...Object.keys(GUARDS).map((guard) => `paper.${guard}`),
    ];
    expect(wanted.filter((key) => !words[key])).toEqual([]);
    expect(Object.keys(words).filter((key) => !wanted.includes(key))).toEqual([]);
  });
});
