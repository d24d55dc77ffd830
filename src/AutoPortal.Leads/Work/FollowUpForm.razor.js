// Keys of the follow-up form: 1–5 choose the result while nothing is being typed, Ctrl+Enter saves from anywhere in it.
export function watch(form) {
  const press = event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      // What stands in the field has not been told yet: fields speak when they are left.
      document.activeElement?.dispatchEvent(new Event('change', { bubbles: true }));
      form.requestSubmit();
      return;
    }

    const typing = event.target.closest('input:not([type=radio]), textarea, select, [contenteditable]');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !/^[1-5]$/.test(event.key)) {
      return;
    }

    const choice = form.querySelectorAll('input[name=outcome]')[Number(event.key) - 1];
    choice?.focus();
    choice?.click();
  };
  document.addEventListener('keydown', press);
  return { stop: () => document.removeEventListener('keydown', press) };
}
