import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { useEffect, useState } from 'react';
import { call } from '../../../api/call';
import type { FoundAnswer } from '../../../api/schema';
import { fold } from '../../../language/fold';
import { area } from '../../../language/words';
import vi from '../../../language/vi/palette.json';
import shell from '../../../language/vi/shell.json';
import { recentRecords, rememberRecord } from '../../parts/recent';
import { problemText } from '../../parts/problem-text';
import { useOwnScreens } from '../../session/own-screens';
import { Overlay } from '../overlay';
import { FoundPerson, pathOf } from './found-person';
import { useCommands } from './commands';
import './palette.css';

const t = area('palette', vi);
const titles = area('shell', shell);
const SHORTEST = 2;
const PAUSE_MS = 150;

/**
 * One field for everything: people by name in any order, birth year, old commune, last digits, case code; screens; commands; what was open
 * before. Enter before the answer is there waits for it and opens the first person.
 */
export function Palette({ onClose, onKeys }: { onClose: () => void; onKeys: () => void }) {
  const navigate = useNavigate();
  const own = useOwnScreens();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [hurried, setHurried] = useState(false);
  const [chosen, setChosen] = useState('');
  const commands = useCommands(onKeys);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const searching = asked.length >= SHORTEST;
  const find = useQuery({
    queryKey: ['find', asked],
    queryFn: ({ signal }) => call('POST /api/v1/find', { body: { text: asked }, signal }),
    enabled: searching,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const people = searching ? (find.data?.people ?? []) : [];
  const current = text.trim() === asked && !find.isFetching;

  const open = (path: string, title?: string) => {
    if (title) rememberRecord({ path, title });
    onClose();
    void navigate({ to: path });
  };
  const openPerson = (person: FoundAnswer) => open(pathOf(person), person.fullName);
  useEffect(() => {
    if (!hurried || !current) return;
    setHurried(false);
    if (people[0]) openPerson(people[0]);
  }, [hurried, current]);

  // A new answer begins at its first person: what was chosen among the old ones may be gone, and Enter would open nothing.
  useEffect(() => {
    if (people[0]) setChosen(keyOf(people[0]));
  }, [find.data]);

  const wanted = fold(text.trim());
  const fits = (word: string) => fold(word).includes(wanted);
  const deeds = commands.filter(({ says }) => fits(says));
  const screens = own.filter(({ path, word }) => !path.includes('$') && fits(titles(word)));
  return (
    <Overlay label={t('title')} onClose={onClose}>
      <Command
        label={t('title')}
        shouldFilter={false}
        value={chosen}
        onValueChange={setChosen}
        className="palette"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || current || text.trim().length < SHORTEST) return;
          event.preventDefault();
          setHurried(true);
        }}
      >
        <Command.Input value={text} onValueChange={setText} placeholder={t('shape')} className="palette-input" autoFocus />
        <Command.List className="palette-list" label={t('results')}>
          {people.length > 0 && (
            <Command.Group heading={t('people')}>
              {people.map((person) => (
                <Command.Item key={keyOf(person)} value={keyOf(person)} onSelect={() => openPerson(person)}>
                  <FoundPerson person={person} />
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {wanted.length >= SHORTEST && !current && people.length === 0 && <p className="palette-note">{t('looking')}</p>}
          {find.error && searching && <p className="palette-note">{problemText(find.error)}</p>}
          {searching && current && people.length === 0 && !find.error && <p className="palette-note">{t('nobody', { text: asked })}</p>}
          {wanted === '' && recentRecords().length > 0 && (
            <Command.Group heading={t('recent')}>
              {recentRecords().map(({ path, title }) => (
                <Command.Item key={path} value={path} onSelect={() => open(path, title)}>
                  {title}
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {screens.length > 0 && (
            <Command.Group heading={t('screens')}>
              {screens.map(({ path, word }) => (
                <Command.Item key={path} value={`screen ${path}`} onSelect={() => open(path)}>
                  {titles(word)}
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {deeds.length > 0 && (
            <Command.Group heading={t('commands')}>
              {deeds.map(({ says, act }) => (
                <Command.Item key={says} value={`command ${says}`} onSelect={() => (onClose(), act())}>
                  {says}
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
      </Command>
    </Overlay>
  );
}

const keyOf = ({ caseId, workerId }: FoundAnswer) => caseId ?? workerId;
