import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/sent-file.json';
import { tellDone, tellFault } from '../notices';
import { useDeed } from '../use-deed';
import { textOfFile } from './reading';
import './sent-file.css';

const t = area('sent-file', vi);

/** Takes a list out of a workbook or text file into the place where it would be pasted. */
export function FileTextButton({ onText }: { onText: (text: string) => void }) {
  const taking = useDeed((file: File) => textOfFile(file));
  const take = async (file: File) => {
    const read = await taking.act(file);
    if (!read) return;
    if (read.rows === 0) return tellFault(t('emptyFile'));
    onText(read.text);
    tellDone(t(read.more ? 'fileCut' : 'fileTaken', { name: file.name, rows: formatNumber(read.rows) }));
  };
  return (
    <>
      <label className="plain-button file-button" aria-busy={taking.busy}>
        {taking.busy ? t('reading') : t('takeFile')}
        <input
          type="file"
          className="file-input"
          accept=".xlsx,.xlsm,.csv,.tsv,.txt"
          disabled={taking.busy}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file) void take(file);
          }}
        />
      </label>
      {taking.problem && (
        <p role="alert" className="fault">
          {taking.problem}
        </p>
      )}
    </>
  );
}
