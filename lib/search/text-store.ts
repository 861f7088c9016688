import { Lexicon } from "./lexicon";

/** Texts as sequences of words, four bytes a word, in one stretch of memory; each at a position that it keeps until it is removed. */
export class TextStore extends Lexicon {
  protected readonly positions = new Map<string, number>();
  protected readonly ids: string[] = [];
  protected readonly isRemoved: boolean[] = [];
  protected live = 0;
  private readonly starts: number[] = [0];
  private readonly titleEnds: number[] = [];
  private arena = new Int32Array(1_024);

  /** Live texts. */
  get documents(): number {
    return this.live;
  }

  /** Positions ever given, those of removed texts included; positions ascend in the order of adding. */
  get span(): number {
    return this.ids.length;
  }

  positionOf(id: string): number | undefined {
    return this.positions.get(id);
  }

  idAt(at: number): string {
    return this.ids[at]!;
  }

  isLiveAt(at: number): boolean {
    return this.isRemoved[at] === false;
  }

  /** The words of the title, as a view that must not be written to. */
  titleAt(at: number): Int32Array {
    return this.arena.subarray(this.starts[at]!, this.titleEnds[at]!);
  }

  bodyAt(at: number, most = Number.POSITIVE_INFINITY): Int32Array {
    return this.arena.subarray(this.titleEnds[at]!, Math.min(this.starts[at + 1]!, this.titleEnds[at]! + most));
  }

  /** @returns the position of the text, which none may have under this id */
  protected keep(id: string, title: readonly number[], body: readonly number[]): number {
    const at = this.ids.length;
    const start = this.starts[at] ?? 0;
    this.reserve(start + title.length + body.length);
    this.arena.set(title, start);
    this.arena.set(body, start + title.length);
    this.titleEnds.push(start + title.length);
    this.starts.push(start + title.length + body.length);
    this.ids.push(id);
    this.isRemoved.push(false);
    this.positions.set(id, at);
    this.live += 1;
    return at;
  }

  protected drop(id: string, at: number): void {
    this.positions.delete(id);
    this.isRemoved[at] = true;
    this.live -= 1;
  }

  private reserve(size: number): void {
    if (size <= this.arena.length) return;
    const larger = new Int32Array(Math.max(size, this.arena.length * 2));
    larger.set(this.arena);
    this.arena = larger;
  }
}
