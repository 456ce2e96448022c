// Files of the installed packages, as JSON.
import { readFileSync } from "node:fs";

export const read = (path) => JSON.parse(readFileSync(new URL(`node_modules/${path}`, import.meta.url), "utf8"));
