import { newId } from './codes';
import { type Answer, Refused, type Server, Unreachable } from './server';
import type { View } from './view';

const full = 'activities.full_at_door';

/** Names and numbers of people are kept on no device, so this one needs the network. */
export function watchWalkIn(view: View, server: Server, done: () => void): void {
  const form = view.part<HTMLFormElement>('walk-in');
  const refused = view.part('walk-in-refused');
  const reason = view.part('reason');
  let id = newId();

  async function send(): Promise<void> {
    const typed = new FormData(form);
    const text = (name: string): string | null => (typed.get(name) as string | null) || null;
    const answer = await server.post<Answer>('/walk-in', {
      id,
      name: text('name'),
      phone: text('phone'),
      dealerId: text('dealerId'),
      sessionId: text('sessionId'),
      consents: typed.getAll('consents'),
      reason: text('reason'),
    });
    view.answer(answer.outcome === 'done' ? 'ok' : 'bad', answer.name ?? '', answer.words);
    // The same id until it was answered: pressed twice, it is one person.
    id = newId();
    form.reset();
    reason.hidden = true;
    form.closest('details')!.open = false;
    done();
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    const button = form.querySelector<HTMLButtonElement>('button[type=submit]')!;
    button.disabled = true;
    refused.hidden = true;
    send()
      .catch((fault: unknown) => {
        if (!(fault instanceof Refused || fault instanceof Unreachable)) {
          throw fault;
        }

        refused.textContent = fault instanceof Refused ? fault.message : view.say('walk_in_offline');
        refused.hidden = false;
        if (fault instanceof Refused && fault.code === full) {
          reason.hidden = false;
          reason.querySelector('input')!.focus();
        }
      })
      .finally(() => (button.disabled = false));
  });
}
