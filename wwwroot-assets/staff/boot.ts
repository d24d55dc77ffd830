// Runs in the head, before the first paint: a dark or narrow shell must not flash light or wide.
import { applyNav } from './navigation';
import { applyTheme } from './theme';

applyTheme();
applyNav();
