/** Asks a question only of those whose earlier answer calls for it. Without script all stand there with a hint, and the server drops what was not to be asked. */
export function branchQuestions(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-signup]")) {
    const questions = [...form.querySelectorAll<HTMLElement>("[data-shown-if]")];
    if (questions.length > 0) {
      form.querySelectorAll<HTMLElement>("[data-shown-hint]").forEach((hint) => (hint.hidden = true));
      form.addEventListener("change", () => settle(form, questions));
      settle(form, questions);
    }
  }
}

// In their order, because a question that is not asked answers nothing for those behind it.
function settle(form: HTMLFormElement, questions: HTMLElement[]): void {
  for (const question of questions) {
    const source = form.querySelector<HTMLElement>(`[data-question="${CSS.escape(question.dataset.shownIf ?? "")}"]`);
    const wanted = JSON.parse(question.dataset.shownChoices ?? "[]") as string[];
    const said = source && !source.hidden ? [...source.querySelectorAll<HTMLElement>("input:checked")].map((input) => input.dataset.choice ?? "") : [];
    question.hidden = !said.some((choice) => wanted.includes(choice));
  }
}
