import { createContext, useContext } from 'react';
import type vi from '../../language/vi/shell.json';
import type { MenuPart } from '../screens';

export interface OwnScreen {
  readonly path: string;
  readonly word: keyof typeof vi;
  readonly menu?: MenuPart;
}

/** The screens of who is signed in, for screens that lead to others: the list itself loads them and cannot be imported from here. */
const OwnScreens = createContext<readonly OwnScreen[]>([]);

export const OwnScreensProvider = OwnScreens.Provider;
export const useOwnScreens = (): readonly OwnScreen[] => useContext(OwnScreens);
