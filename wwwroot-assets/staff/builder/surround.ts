import { Canvas } from './canvas';
import { Saving } from './queue';

const frames = [360, 375, 390, 430, 768];

/** What stands around the canvas: width and look of the phone, the sheets of a narrow screen, folded sides, and how far saving is. */
export class Surround {
  constructor(private readonly root: HTMLElement, private readonly canvas: Canvas) {
    this.frame(Number(localStorage.getItem('autoportal.builder.frame') ?? 390));
    void this.look(localStorage.getItem('autoportal.builder.look') ?? 'light');
  }

  get saving(): string | undefined {
    return this.root.dataset['saving'];
  }

  showSaving(saving: Saving): void {
    this.root.dataset['saving'] = saving;
  }

  showSavedAt(at: string): void {
    const time = this.root.querySelector<HTMLElement>('[data-saved-at]');
    if (time && at) {
      time.textContent = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' }).format(new Date(at));
    }
  }

  frame(width: number): void {
    const chosen = frames.includes(width) ? width : 390;
    localStorage.setItem('autoportal.builder.frame', String(chosen));
    this.root.style.setProperty('--frame', `${chosen}px`);
    this.press('[data-frame]', button => button.dataset['frame'] === String(chosen));
    this.canvas.remeasure();
  }

  async look(look: string): Promise<void> {
    localStorage.setItem('autoportal.builder.look', look);
    this.press('[data-look]', button => button.dataset['look'] === look);
    await this.canvas.look(look === 'dark');
  }

  /** Opens a sheet, or closes it where it is open; null closes all. */
  sheet(name: string | null): void {
    this.root.dataset['sheet'] = name === null || this.root.dataset['sheet'] === name ? '' : name;
    this.press('[data-sheet-open]', button => button.dataset['sheetOpen'] === this.root.dataset['sheet']);
  }

  fold(side: string, button: HTMLElement): void {
    const isFolded = this.root.classList.toggle(`fold-${side}`);
    button.setAttribute('aria-expanded', String(!isFolded));
  }

  private press(selector: string, isOn: (button: HTMLElement) => boolean): void {
    this.root.querySelectorAll<HTMLElement>(selector).forEach(button => button.setAttribute('aria-pressed', String(isOn(button))));
  }
}
