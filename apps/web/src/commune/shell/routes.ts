import type { ComponentType } from 'react';
import type vi from '../../language/vi/commune.json';
import { TaskScreen } from '../screens/task/task-screen';
import { TasksScreen } from '../screens/tasks/tasks-screen';

export interface Route {
  readonly path: string;
  /** Word of the title. */
  readonly title: keyof typeof vi;
  /** Where Back leads when this screen was opened first; absent: it stands in the bottom bar. */
  readonly parent?: string;
  readonly Screen?: ComponentType<RouteValues>;
  readonly load?: () => Promise<{ Screen: ComponentType<RouteValues> }>;
}

/** Values of the address by name. */
export interface RouteValues {
  readonly [name: string]: string;
}

/** Every screen; the list and the task travel with the first load, the others lie ready on the phone. */
export const ROUTES: readonly Route[] = [
  { path: '/', title: 'nav.tasks', Screen: TasksScreen },
  { path: '/viec/:taskId', title: 'verify', parent: '/', Screen: TaskScreen },
  { path: '/viec/:taskId/tra-loi/:answer', title: 'answerTitle', parent: '/', load: () => import('../screens/answer/answer-screen') },
  { path: '/tham/:caseCode', title: 'visitTitle', parent: '/', load: () => import('../screens/visit/visit-screen') },
  { path: '/cho-gui', title: 'outboxTitle', parent: '/', load: () => import('../screens/outbox/outbox-screen') },
  { path: '/lao-dong', title: 'nav.people', load: () => import('../screens/people/people-screen') },
  { path: '/nguoi/:workerId', title: 'personTitle', parent: '/lao-dong', load: () => import('../screens/person/person-screen') },
  { path: '/phien-viec-lam', title: 'fairTitle', parent: '/', load: () => import('../screens/fair/fair-screen') },
  { path: '/them', title: 'nav.add', load: () => import('../screens/add/add-screen') },
  { path: '/bao-cao', title: 'nav.report', load: () => import('../screens/report/report-screen') },
  { path: '/so-theo-doi', title: 'registerTitle', parent: '/bao-cao', load: () => import('../screens/report/register-screen') },
  { path: '/ban-giao', title: 'handOverTitle', parent: '/bao-cao', load: () => import('../screens/report/hand-over-screen') },
  { path: '/hoi/:caseId', title: 'askTitle', parent: '/', load: () => import('../screens/ask/ask-screen') },
  { path: '/khac-xa/:caseId', title: 'elsewhereTitle', parent: '/', load: () => import('../screens/elsewhere/elsewhere-screen') },
  { path: '/tai-khoan', title: 'accountTitle', parent: '/', load: () => import('../screens/account/account-screen') },
];
