import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCANNED_PAPERS } from '@app/casework';
import ts from 'typescript';
import { Retelling } from '../../apps/web/src/language/server-words';
import TEXTS from '../../libs/imports/src/domain/issue-texts.json';
import {
  aside,
  type AsideCode,
  issue,
  type IssueCode,
  notice,
  type NoticeCode,
  warning,
  type WarningCode,
} from '../../libs/imports/src/domain/issue';
import { STANDING_TITLES } from '../../libs/loans/src/domain/loan-state';
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

/** A text as it is said with other values in it: `{0}` for each. */
const patternOf = (node: ts.Node): string =>
  ts.isStringLiteralLike(node)
    ? node.text
    : ts.isTemplateExpression(node)
      ? node.head.text + node.templateSpans.map(({ literal }, i) => `{${i}}${literal.text}`).join('')
      : '';

/** Every text under a node, outermost first. */
function textsUnder(node: ts.Node): string[] {
  const own = patternOf(node);
  if (own) return [own];
  const found: string[] = [];
  ts.forEachChild(node, (child) => void found.push(...textsUnder(child)));
  return found;
}

/** What is said of a wrong field (`message: 'phải là …'`, no sentence of its own), and what `Shaped` and its like put behind "phải là". */
function faultsIn(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ['message', 'defaultMessage'].includes(node.name.getText()))
      found.push(...textsUnder(node.initializer));
    if (ts.isCallExpression(node) && ['Shaped', 'Codes'].includes(node.expression.getText()))
      found.push(
        ...node.arguments
          .map(patternOf)
          .filter((text) => VIETNAMESE.test(text))
          .map((what) => `phải là ${what}`),
      );
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.filter((text) => VIETNAMESE.test(text) && !text.endsWith('.') && text !== 'phải là {0}');
}

describe('what the server says, in English', () => {
  const { retellAnswer, retellFault } = new Retelling(
    Object.fromEntries(['refusals', 'work', 'imported', 'imported-frames', 'faults'].map((area) => [area, english(area)])),
  );

  it('has a sentence for every refusal', () => {
    const sources = listFiles().filter((path) => /^(libs|apps\/api)\/.*\.ts$/.test(path) && !path.endsWith('.spec.ts'));
    const codes = new Set(sources.flatMap(codesIn));
    expect(codes.size).toBeGreaterThan(200);
    const known = english('refusals');
    expect([...codes].filter((code) => !known[code]).sort()).toEqual([]);
    expect(Object.keys(known).filter((code) => !codes.has(code) && code !== 'FIELD')).toEqual([]);
  });

  it('has words for every alert, task, paper and standing of a loan', () => {
    const words = english('work');
    const kinds = [...ALERT_FAMILIES, ...Object.keys(TASK_TEXTS), 'OVERSTAY_PROPOSAL', 'HELD_BATCH', 'OTHER'];
    const wanted = [
      'estimated',
      ...kinds.flatMap((kind) => [`title.${kind}`, `why.${kind}`, `advice.${kind}`]),
      ...Object.keys(SCANNED_PAPERS).map((guard) => `paper.${guard}`),
      ...Object.keys(STANDING_TITLES).map((standing) => `standing.${standing}`),
    ];
    expect(wanted.filter((key) => !words[key])).toEqual([]);
    expect(Object.keys(words).filter((key) => !wanted.includes(key))).toEqual([]);
  });

  it('tells every fault of a field', () => {
    const faults = [
      ...new Set(
        listFiles()
          .filter((path) => /^apps\/api\/src\/.*\.ts$/.test(path) && !path.endsWith('.spec.ts'))
          .flatMap(faultsIn),
      ),
    ];
    expect(faults.length).toBeGreaterThan(40);
    const told = faults.map((fault) => [fault, retellFault(fault.replace(/\{(\d)\}/g, '$1'))] as const);
    expect(told.filter(([, text]) => !text || text === english('refusals').FIELD || VIETNAMESE.test(text)).map(([fault]) => fault)).toEqual(
      [],
    );
  });

  it('tells every verdict on an imported row and every notice, with what is added to them', () => {
    const sentences = Object.keys(english('imported'));
    const wanted = (['row', 'warning', 'notice'] as const).flatMap((kind) => Object.keys(TEXTS[kind]).map((code) => `${kind}.${code}`));
    expect(sentences.toSorted()).toEqual(wanted.toSorted());
    const asides = ['', ...(Object.keys(TEXTS.aside) as AsideCode[]).map((code) => aside(code, 'v1', 'v2', 'v3'))];
    const left: string[] = [];
    const tell = (one: { message: string }, ...values: string[]) => {
      const said = { ...one };
      retellAnswer(said);
      if (VIETNAMESE.test(said.message) || values.some((value) => !said.message.includes(value)))
        left.push(`${one.message} → ${said.message}`);
    };
    for (const more of asides) {
      const added = more ? ['v1'] : [];
      for (const code of Object.keys(TEXTS.row) as IssueCode[])
        for (const [column, value] of [
          ['E', 'x1'],
          ['E', null],
          [null, null],
        ] as const)
          tell({ row: 12, ...issue(12, code, 'refuse', column, value, more) } as never, '12', ...(value ? [value] : []), ...added);
      for (const code of Object.keys(TEXTS.warning) as WarningCode[])
        tell(warning(12, code, 'E', 'x1', more), 'Line 12, column E: “x1”', ...added);
      for (const code of Object.keys(TEXTS.notice) as NoticeCode[]) tell(notice('S', code, more), ...added);
    }
    expect(left).toEqual([]);
  });

  it('tells every question about a file', () => {
    const questions = listFiles()
      .filter((path) => /^libs\/imports\/src\/.*\.ts$/.test(path))
      .flatMap((path) => {
        const file = ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest, true);
        const found: string[] = [];
        const visit = (node: ts.Node): void => {
          if (ts.isPropertyAssignment(node) && node.name.getText() === 'question') found.push(patternOf(node.initializer));
          ts.forEachChild(node, visit);
        };
        visit(file);
        return found;
      });
    expect(questions).toHaveLength(2);
    for (const pattern of questions) {
      const one = { question: pattern.replace(/\{(\d)\}/g, 'v$1') };
      retellAnswer(one);
      expect(one.question).toMatch(/v0.*v1/);
      expect(one.question).not.toMatch(VIETNAMESE);
    }
  });

  it('tells what hinders a loan, and leaves alone what somebody wrote', () => {
    const paper = {
      reasons: [{ code: 'NO_GROUP', text: 'Chưa có nhóm' }],
      lacks: [{ code: 'NO_PASSPORT', text: 'Chưa có' }],
      note: { text: 'Lời của xã' },
    };
    retellAnswer(paper);
    expect(paper.reasons[0]!.text).toBe(english('refusals').NO_GROUP);
    expect(paper.lacks[0]!.text).toBe(english('refusals').NO_PASSPORT);
    expect(paper.note.text).toBe('Lời của xã');
  });
});
