import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT, listFiles } from './source-tree';

const WORDS = join(ROOT, 'apps/web/src/language');
const areas = readdirSync(join(WORDS, 'vi')).filter((name) => name.endsWith('.json'));
const read = (language: string, name: string) => JSON.parse(readFileSync(join(WORDS, language, name), 'utf8')) as Record<string, string>;
const parametersOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** Names that are the same in every language. */
const PROPER = /^(đ|(– )?Bến Về|Excel|Word|Zalo|API|CSV|PIN|QR|Enter|Esc|Ctrl|Alt|Tab|[A-Z]|[JK]\/[JK])$/;
const SPOKEN_ATTRIBUTES = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'aria-description', 'aria-roledescription']);
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

/** Words a user would read that stand in code: text between tags, spoken attributes, Vietnamese literals. */
function wordsInCode(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: string[] = [];
  const note = (node: ts.Node, words: string) => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (/\p{L}/u.test(words) && !PROPER.test(words.trim())) found.push(`${path}:${line} "${words.trim().slice(0, 60)}"`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    else if (
      ts.isJsxAttribute(node) &&
      SPOKEN_ATTRIBUTES.has(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    )
      note(node, node.initializer.text);
    else if (
      (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) &&
      VIETNAMESE.test(node.text)
    )
      note(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('the words of the screens', () => {
  it.each(areas)('%s: every text in both languages, NFC, with the same parameters', (name) => {
    const [vi, en] = [read('vi', name), read('en', name)];
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const [key, text] of [...Object.entries(vi), ...Object.entries(en)])
      expect(`${key}: ${text}`).toBe(`${key}: ${text}`.normalize('NFC'));
    expect(Object.keys(vi).filter((key) => !vi[key]!.trim() || !en[key]!.trim())).toEqual([]);
    expect(Object.keys(vi).filter((key) => parametersOf(vi[key]!).join() !== parametersOf(en[key]!).join())).toEqual([]);
  });

  it('has no word for people who did not come home but the official one', () => {
    const faults = areas.flatMap((name) =>
      Object.entries(read('vi', name))
        .filter(([, text]) => /bỏ trốn|trốn ở lại/i.test(text))
        .map(([key]) => `${name} ${key}`),
    );
    expect(faults).toEqual([]);
  });

  it('keeps every string a user reads in the catalogue', () => {
    const sources = listFiles().filter((path) => /^apps\/web\/src\/.*\.tsx?$/.test(path) && !/\.(d|spec)\.ts$/.test(path));
    const faults = sources.flatMap((path) => {
      try {
        return wordsInCode(path, readFileSync(join(ROOT, path), 'utf8'));
      } catch {
        return [];
      }
    });
    expect(faults).toEqual([]);
  });

  it('leaves no word of the catalogue unused', () => {
    const sources = listFiles()
      .filter((path) => /^apps\/web\/src\/.*\.tsx?$/.test(path))
      .map((path) => {
        try {
          return readFileSync(join(ROOT, path), 'utf8');
        } catch {
          return '';
        }
      })
      .join('\n');
    // A key with a dot is made of a kind and a code; the kind must be spoken of.
    const unused = areas.flatMap((name) =>
      Object.keys(read('vi', name))
        .filter(
          (key) =>
            !sources.includes(`'${key}'`) &&
            !(key.includes('.') && sources.includes(`${key.slice(0, key.indexOf('.'))}.`)) &&
            !(key.includes('.') && sources.includes(`'${key.slice(0, key.indexOf('.'))}'`)),
        )
        .map((key) => `${name} ${key}`),
    );
    expect(unused).toEqual([]);
  });

  it('names every deed and every kind of record that the audit trail keeps', () => {
    const trail = listFiles().filter((path) => /^(libs|apps\/(api|jobs|cli))\/.*\.ts$/.test(path) && !path.endsWith('.spec.ts'));
    const kept = trail.flatMap((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return [
        ...[...text.matchAll(/\baction: '([a-z]+\.[a-z-]+)'/g)].map(([, deed]) => `deed.${deed}`),
        ...[...text.matchAll(/\bsubject: \{ kind: '([a-z-]+)'/g)].map(([, kind]) => `subject.${kind}`),
      ];
    });
    expect(kept.length).toBeGreaterThan(100);
    const words = read('vi', 'audit.json');
    expect([...new Set(kept)].filter((key) => !words[key]).sort()).toEqual([]);
  });

  it('finds planted words', () => {
    expect(wordsInCode('x.tsx', `export const X = () => <p title="Close it">Xin chào {y}</p>;`)).toHaveLength(2);
    expect(wordsInCode('x.ts', `export const x = 'Đã lưu';`)).toHaveLength(1);
  });
});
