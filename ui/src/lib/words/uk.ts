import { en } from './en';
export const uk: typeof en = en;
