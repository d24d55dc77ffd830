/** Brings the reader to the form and puts the focus where the next thing is to be written. */
export function leadToForm(root: ParentNode): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>("a[data-to-form]")) {
    link.addEventListener("click", (click) => {
      const target = document.getElementById(link.hash.slice(1));
      if (!target) {
        return;
      }

      click.preventDefault();
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      target.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
      const fields = [...target.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input:not([type=hidden]):not([type=checkbox]):not([type=radio]), select")];
      fields.find((field) => field.value === "")?.focus({ preventScroll: true });
    });
  }
}
