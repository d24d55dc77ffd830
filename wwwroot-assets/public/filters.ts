/** Lets one choice narrow another, such as the city the dealers. All options are in the page; those that do not fit are taken out. */
export function filterSelects(root: ParentNode): void {
  for (const source of root.querySelectorAll<HTMLSelectElement>("select[data-filters]")) {
    for (const id of (source.dataset.filters ?? "").split(" ")) {
      const target = document.getElementById(id);
      if (target instanceof HTMLSelectElement && !target.dataset.isFiltered) {
        target.dataset.isFiltered = "true";
        narrow(source, target);
      }
    }
  }
}

function narrow(source: HTMLSelectElement, target: HTMLSelectElement): void {
  const groups = [...target.querySelectorAll("optgroup")];
  const options = [...target.options];

  const apply = (): void => {
    const chosen = source.value;
    const keeps = (option: HTMLOptionElement): boolean =>
      chosen === "" || option.dataset.group === undefined || option.dataset.group === chosen;
    const kept = options.filter(keeps);
    const before = target.value;
    // Taken out and not hidden: phones show hidden options all the same.
    for (const option of options) {
      if (!keeps(option)) {
        option.remove();
      }
    }

    for (const option of kept) {
      (homes.get(option) ?? target).append(option);
    }

    for (const group of groups) {
      if (group.childElementCount === 0) {
        group.remove();
      } else if (!group.isConnected) {
        target.append(group);
      }
    }

    target.value = kept.some((option) => option.value === before) ? before : "";
    if (target.value !== before) {
      target.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };

  const homes = new Map(options.map((option) => [option, option.parentElement] as const));
  source.addEventListener("change", apply);
  apply();
}
