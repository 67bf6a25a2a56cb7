import yauzl from 'yauzl';

/** The words of a Word file, one line a paragraph. */
export async function wordsOf(bytes: Buffer): Promise<string> {
  const zip = await new Promise<yauzl.ZipFile>((done, fail) =>
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, file) => (error ? fail(error) : done(file!))),
  );
  const xml = await new Promise<string>((done, fail) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entry.fileName !== 'word/document.xml') return zip.readEntry();
      zip.openReadStream(entry, (error, stream) => {
        if (error) return fail(error);
        const parts: Buffer[] = [];
        stream!.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(Buffer.concat(parts).toString()));
      });
    });
    zip.readEntry();
  });
  return xml.replaceAll('</w:p>', '\n').replace(/<[^>]+>/g, '');
}
