import { watchTheme } from '../theme';
import { Camera, canScan } from './camera';
import { normalise } from './codes';
import { Door } from './door';
import { Server } from './server';
import { Store } from './store';
import { View } from './view';
import { watchWalkIn } from './walk-in';

const every = 30_000;

function open(root: HTMLElement): void {
  const view = new View(root);
  const store = new Store(root.dataset.who!, root.dataset.door!);
  const token = root.querySelector<HTMLInputElement>('input[name=__RequestVerificationToken]')!.value;
  const server = new Server(root.dataset.address!, token, view.say('failed'));
  const door = new Door(root.dataset.door!, store, server, view);

  const form = view.part<HTMLFormElement>('typed');
  const input = form.querySelector('input')!;
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (normalise(input.value) !== null) {
      void door.byCode(input.value, 'typed').then(() => {
        input.value = '';
        door.show();
      });
    } else {
      door.show();
    }
  });
  input.addEventListener('input', () => door.show());

  const camera = new Camera(view.part<HTMLVideoElement>('video'));
  const scan = view.part('scan');
  const look = view.part('look');
  scan.hidden = !canScan();
  scan.addEventListener('click', () => {
    [scan.hidden, look.hidden] = [true, false];
    camera
      .start(code => void door.byCode(code, 'scanned'))
      .catch(() => {
        [scan.hidden, look.hidden] = [false, true];
        view.answer('bad', '', view.say('camera_refused'));
      });
  });
  view.part('stop').addEventListener('click', () => {
    camera.stop();
    [scan.hidden, look.hidden] = [false, true];
  });

  view.part('send').addEventListener('click', () => void door.catchUp());
  view.part('conflicts-seen').addEventListener('click', () => {
    store.keepConflicts([]);
    door.show();
  });
  watchWalkIn(view, server, () => void door.catchUp());
  addEventListener('online', () => void door.catchUp());
  addEventListener('offline', () => void door.catchUp());
  document.addEventListener('visibilitychange', () => void (document.visibilityState === 'visible' && door.catchUp()));
  setInterval(() => void door.catchUp(), every);
  door.show();
  void door.catchUp();
}

watchTheme();
const root = document.querySelector<HTMLElement>('[data-door]');
if (root) {
  open(root);
}
