// Dots lead to their slide without moving the page, and the one in sight is marked. Without this a dot is a plain link to its slide.
export function runCarousels(root: ParentNode): void {
  for (const carousel of root.querySelectorAll<HTMLElement>("[data-carousel]")) {
    const row = carousel.querySelector("ol");
    const dots = [...carousel.querySelectorAll<HTMLAnchorElement>("nav a")];
    if (!row || dots.length === 0) {
      continue;
    }

    const slides = [...row.children] as HTMLElement[];
    dots.forEach((dot, i) => dot.addEventListener("click", click => {
      click.preventDefault();
      row.scrollTo({ left: slides[i]!.offsetLeft - row.offsetLeft, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    }));
    const seen = new IntersectionObserver(entries => {
      for (const entry of entries.filter(e => e.isIntersecting)) {
        const now = slides.indexOf(entry.target as HTMLElement);
        dots.forEach((dot, i) => i === now ? dot.setAttribute("aria-current", "true") : dot.removeAttribute("aria-current"));
      }
    }, { root: row, threshold: 0.6 });
    slides.forEach(slide => seen.observe(slide));
  }
}
