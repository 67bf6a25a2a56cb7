import { type ChangeEvent, useState } from 'react';
import { area } from '../../language/words';
import vi from '../../language/vi/commune-visit.json';
import { smallerPicture } from '../device/picture';

const t = area('commune-visit', vi);
const MOST = 3;

/** Photos of the minutes or of what was found: taken, looked at, thrown away again, before anything is sent. */
export function Pictures({ pictures, onChange }: { pictures: readonly string[]; onChange: (pictures: string[]) => void }) {
  const [problem, setProblem] = useState('');
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    target.value = '';
    if (!file) return;
    const picture = await smallerPicture(file);
    setProblem(picture ? '' : t('pictureUnreadable'));
    if (picture) onChange([...pictures, picture]);
  };
  return (
    <div className="pictures">
      {pictures.map((picture, i) => (
        <div key={picture.slice(-40)} className="picture">
          <img src={picture} alt={t('picture', { n: i + 1 })} />
          <button type="button" className="plain" onClick={() => onChange(pictures.filter((_, at) => at !== i))}>
            {t('dropPicture', { n: i + 1 })}
          </button>
        </div>
      ))}
      {pictures.length < MOST && (
        <label className="second as-button">
          {t(pictures.length === 0 ? 'takePicture' : 'takeAnother')}
          <input type="file" accept="image/*" className="visually-hidden" onChange={(event) => void take(event)} />
        </label>
      )}
      {problem && (
        <p role="alert" className="fault">
          {problem}
        </p>
      )}
    </div>
  );
}
