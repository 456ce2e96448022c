import { en } from './en';
export const ru: typeof en = en;
