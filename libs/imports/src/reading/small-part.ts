import { SaxesParser } from 'saxes';
import { FileRefused } from './reading-limits';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Names of the elements around it, outermost first. */
  readonly path: readonly string[];
}

/** Reads a small part strictly (well-formed, no document type) and answers its elements in order, names without prefix. */
export function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const path: string[] = [];
  const parser = new SaxesParser();
  const refuse = () => {
    throw new FileRefused(
      'FILE_DAMAGED',
      'Nội dung tệp bị hỏng hoặc không đúng chuẩn Excel. Hãy lưu lại bằng Excel thành .xlsx rồi gửi lại.',
    );
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', (tag) => {
    const name = tag.name.replace(/^.*:/, '');
    elements.push({ name, attributes: tag.attributes as Record<string, string>, path: [...path] });
    path.push(name);
  });
  parser.on('closetag', () => path.pop());
  parser.write(xml).close();
  return elements;
}

/** Attribute by local name: `r:id` and `id` are told apart by `prefixed`. */
export function prefixedId(attributes: Readonly<Record<string, string>>): string | undefined {
  const key = Object.keys(attributes).find((name) => /:id$/i.test(name));
  return key ? attributes[key] : undefined;
}
