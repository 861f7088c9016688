/**
 * jsdom has no canvas: this one keeps what was drawn, for the tests that ask what a key or a press leads to. That the pixels are what they
 * should be is seen in a browser, in the file that was stored.
 */
export type Drawn = { call: string; args: unknown[]; fill: unknown };

export function recordCanvas(): { drawn: Drawn[]; exported: () => Drawn[] } {
  const drawn: Drawn[] = [];
  const record: { drawn: Drawn[]; exported: () => Drawn[] } = { drawn, exported: () => drawn };

  beforeEach(() => {
    drawn.length = 0;
    record.exported = () => [];
    HTMLCanvasElement.prototype.getContext = function getContext(this: HTMLCanvasElement) {
      const own: Drawn[] = [];
      const calls = this.isConnected ? drawn : own;
      if (!this.isConnected) record.exported = () => own;
      const settings: Record<string, unknown> = {};
      return new Proxy(settings, {
        get: (_target, name: string) => (name in settings ? settings[name] : (...args: unknown[]) => void calls.push({ call: name, args, fill: settings.fillStyle })),
        set: (_target, name: string, value: unknown) => {
          settings[name] = value;
          return true;
        },
      }) as unknown as CanvasRenderingContext2D;
    } as unknown as typeof HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.toBlob = function toBlob(done, type) {
      record.exported().push({ call: "toBlob", args: [this.width, this.height], fill: undefined });
      done(new Blob([`${this.width}x${this.height}`], { type }));
    };
    // The dialog's methods and the pointer are not there either.
    Object.assign(window, { PointerEvent: PrimaryPointer });
    HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
      this.setAttribute("open", "");
    };
    HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
      this.removeAttribute("open");
      this.dispatchEvent(new Event("close"));
    };
  });
  return record;
}

class PrimaryPointer extends MouseEvent {
  readonly isPrimary = true;
  readonly pointerId = 1;
  readonly pointerType: string;

  constructor(type: string, init: PointerEventInit = {}) {
    super(type, init);
    this.pointerType = init.pointerType ?? "mouse";
  }
}
