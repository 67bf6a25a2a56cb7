import { area } from '../../language/words';
import vi from '../../language/vi/commune.json';

const t = area('commune', vi);

/** End of a form that is kept on the phone first: words of one's own, what is missing, the one button and what happens next. */
export function FormFoot({
  note,
  lines,
  problem,
  button,
  next,
  onNote,
}: {
  note: string;
  lines: number;
  problem: string;
  button: string;
  next: string;
  onNote: (note: string) => void;
}) {
  return (
    <>
      <label>
        {t('noteOptional')}
        <textarea rows={lines} maxLength={1000} value={note} onChange={(event) => onNote(event.target.value)} />
      </label>
      {problem && (
        <p role="alert" className="fault">
          {problem}
        </p>
      )}
      <div className="deeds">
        <button type="submit" className="main">
          {button}
        </button>
        <p className="quiet">{next}</p>
      </div>
    </>
  );
}
