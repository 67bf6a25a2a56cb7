import { codeIn } from './code-in';

describe('the case code in a file name', () => {
  it.each([
    ['BE636JHHCN.pdf', 'BE636JHHCN'],
    ['be636jhhcn.PDF', 'BE636JHHCN'],
    ['ho chieu BE636JHHCN (1).jpg', 'BE636JHHCN'],
    ['BE636JHHCN_mat-truoc.png', 'BE636JHHCN'],
    ['XBE636JHHCN.pdf', undefined],
    ['BE636JHHC0.pdf', undefined],
    ['Nguyen Van A.pdf', undefined],
  ])('%s', (name, code) => expect(codeIn(name)).toBe(code));
});
