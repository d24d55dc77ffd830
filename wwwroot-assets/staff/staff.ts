import { closeDialog, openDialog } from './dialogs';
import { forget, keepField, restore, watchDrafts } from './drafts';
import { columns, keepColumns, watchGrids } from './grid';
import { watchLanguage } from './language';
import { watchMenus } from './menus';
import { applyNav, watchNav } from './navigation';
import { watchPalette } from './palette';
import { watchConnection } from './reconnect';
import { watchTabs } from './tabs';
import { applyTheme, watchTheme } from './theme';
import { watchUploads } from './uploads';

// What components call by name; everything else listens on the document and so works before the circuit is up.
Object.assign(window, { autoportal: { openDialog, closeDialog, restore, forget, keep: keepField, columns, keepColumns } });

watchTheme();
watchTabs();
watchNav();
watchMenus();
watchPalette();
watchDrafts();
watchGrids();
watchLanguage();
watchUploads();

function settle(): void {
  watchConnection();
  // Enhanced navigation writes the server's attributes onto <html>, which know nothing of the person's choice.
  window.Blazor?.addEventListener?.('enhancedload', () => {
    applyTheme();
    applyNav();
  });
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', settle);
} else {
  settle();
}
