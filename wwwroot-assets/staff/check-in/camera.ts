interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

declare global {
  interface Window {
    BarcodeDetector?: new (options: { formats: string[] }) => Detector;
  }
}

const pause = 250;
const same = 4_000;

/** Browsers without it type codes instead. */
export function canScan(): boolean {
  return window.BarcodeDetector !== undefined && navigator.mediaDevices?.getUserMedia !== undefined;
}

/** Looks until it is stopped; the same code is told again only after a while. */
export class Camera {
  private stream: MediaStream | null = null;

  constructor(private readonly video: HTMLVideoElement) {}

  async start(found: (code: string) => void): Promise<void> {
    this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    this.video.srcObject = this.stream;
    await this.video.play();
    void this.look(new window.BarcodeDetector!({ formats: ['qr_code'] }), found);
  }

  stop(): void {
    for (const track of this.stream?.getTracks() ?? []) {
      track.stop();
    }

    this.stream = null;
    this.video.srcObject = null;
  }

  private async look(detector: Detector, found: (code: string) => void): Promise<void> {
    let last = '';
    let lastAt = 0;
    while (this.stream) {
      const [seen] = await detector.detect(this.video).catch(() => []);
      if (seen && (seen.rawValue !== last || Date.now() - lastAt > same)) {
        [last, lastAt] = [seen.rawValue, Date.now()];
        found(seen.rawValue);
      }

      await new Promise(done => setTimeout(done, pause));
    }
  }
}
