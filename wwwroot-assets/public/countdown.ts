const second = 1000;

/** Replaces the moment that the server wrote by what is left until then. */
export function runCountdowns(root: ParentNode): void {
  for (const time of root.querySelectorAll<HTMLTimeElement>("time[data-countdown]")) {
    run(time);
  }
}

function run(time: HTMLTimeElement): void {
  const end = Date.parse(time.dateTime);
  if (Number.isNaN(end)) {
    return;
  }

  const units = (time.dataset.units ?? "").split(",");
  const cells = units.map((unit) => {
    const figure = document.createElement("b");
    const name = document.createElement("small");
    name.textContent = unit;
    return { figure, name };
  });
  // Spoken once, as the moment itself: a figure that changes each second would never let a reader finish.
  time.title = time.textContent ?? "";
  time.setAttribute("role", "text");
  time.setAttribute("aria-label", time.title);
  time.replaceChildren(...cells.flatMap((c) => [c.figure, c.name]));

  const tick = (): void => {
    const left = Math.floor((end - Date.now()) / second);
    if (left <= 0) {
      time.textContent = time.dataset.over ?? "";
      time.removeAttribute("aria-label");
      return;
    }

    const figures = [Math.floor(left / 86400), Math.floor(left / 3600) % 24, Math.floor(left / 60) % 60, left % 60];
    cells.forEach((cell, i) => (cell.figure.textContent = String(figures[i] ?? 0).padStart(i === 0 ? 1 : 2, "0")));
    setTimeout(tick, second - (Date.now() % second));
  };
  tick();
}
