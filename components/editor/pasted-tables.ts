type Copy = (from: Node, to: HTMLElement) => void;

/** A table as Markdown can say it: one head, one line of text a cell, no cell over two columns. One that only places things goes. */
export function cleanTable(table: HTMLElement, to: HTMLElement, copy: Copy): void {
  const rows = [...table.querySelectorAll<HTMLElement>("tr")].filter((row) => row.closest("table") === table);
  const cells = rows.map((row) => [...row.children].filter((cell): cell is HTMLTableCellElement => cell.localName === "td" || cell.localName === "th"));
  if (cells.every((row) => row.length <= 1)) {
    for (const [cell] of cells) if (cell) copy(cell, to);
    return;
  }
  const make = (name: string) => to.ownerDocument.createElement(name);
  const made = make("table");
  const body = made.appendChild(make("tbody"));
  const grid = gridOf(cells);
  for (const [at, row] of grid.entries()) {
    const line = body.appendChild(make("tr"));
    for (const cell of row) {
      const box = line.appendChild(make(at === 0 ? "th" : "td"));
      if (cell?.align && /^(?:left|center|right)$/.test(cell.align)) box.setAttribute("align", cell.align);
      box.append(lineOf(cell, make, copy));
    }
  }
  to.append(made);
}

/** Nobody writes wider or longer ones by hand; a number in an attribute must not fill the memory. */
const SPAN_MAX = 50;

/** The first of what spans several places has the text, the others are empty. */
function gridOf(rows: readonly HTMLTableCellElement[][]): (HTMLTableCellElement | null)[][] {
  const grid: (HTMLTableCellElement | null)[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      while (grid[at]![column] !== undefined) column += 1;
      for (let down = 0; down < Math.min(cell.rowSpan || 1, SPAN_MAX, rows.length - at); down += 1) {
        for (let right = 0; right < Math.min(cell.colSpan || 1, SPAN_MAX); right += 1) grid[at + down]![column + right] = down === 0 && right === 0 ? cell : null;
      }
    }
  }
  const width = Math.max(...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
}

/** What stands in a cell, one after the other with line breaks between. */
function lineOf(cell: HTMLElement | null, make: (name: string) => HTMLElement, copy: Copy): HTMLElement {
  const line = make("p");
  if (!cell) return line;
  const cleaned = make("div");
  copy(cell, cleaned);
  flatten(cleaned, line, make);
  while ((line.lastChild as HTMLElement | null)?.localName === "br") line.lastChild!.remove();
  return line;
}

function flatten(from: HTMLElement, line: HTMLElement, make: (name: string) => HTMLElement): void {
  for (const child of Array.from(from.childNodes)) {
    const name = (child as Partial<HTMLElement>).localName;
    if (!/^(?:p|h[2-4]|ul|ol|li|blockquote|pre|table|tbody|tr|t[dh]|hr)$/.test(name ?? "")) {
      line.append(child);
      continue;
    }
    if (line.textContent?.trim()) line.append(make("br"));
    if (name === "li") line.append("• ");
    flatten(child as HTMLElement, line, make);
  }
}
