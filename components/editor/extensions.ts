import { Extension, mergeAttributes, Node, type Extensions } from "@tiptap/core";
import { Code } from "@tiptap/extension-code";
import { Image } from "@tiptap/extension-image";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { StarterKit } from "@tiptap/starter-kit";
import { ownPicture } from "@/lib/markdown/own-pictures";
import { CALLOUTS, type Callout } from "@/lib/markdown/callouts";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    callout: {
      /** Puts what is selected into a callout, makes it one of another kind, or takes it out again. */
      toggleCallout: (kind: Callout) => ReturnType;
    };
  }
}

/** All that Markdown can say, and nothing else; what is here has its form in from-markdown and to-markdown. */
export function editorExtensions(titles: Record<Callout, string>): Extensions {
  return [
    StarterKit.configure({
      underline: false,
      code: false,
      heading: { levels: [1, 2, 3, 4, 5, 6] },
      link: { openOnClick: false, autolink: true, defaultProtocol: "https", protocols: ["mailto", "tel"], HTMLAttributes: { target: null, rel: null, class: null } },
      dropcursor: { class: "editor-dropcursor", color: false },
    }),
    // In Markdown code can be bold, or a link.
    Code.extend({ excludes: "" }),
    KeptAttributes,
    CalloutNode.configure({ titles }),
    Picture,
    // Without the widths that the package would write as styles: the pages have none either.
    Table.extend({ renderHTML: () => ["table", ["tbody", 0]] }).configure({ View: null }),
    TableRow,
    TableHeader.extend({ content: "paragraph+" }),
    TableCell.extend({ content: "paragraph+" }),
  ];
}

/** What Markdown says and the editor does not show, so that it is there when the text is written again. */
const KeptAttributes = Extension.create({
  name: "keptAttributes",
  addGlobalAttributes: () => [
    { types: ["bulletList", "orderedList"], attributes: { isSpread: { default: false, rendered: false } } },
    { types: ["listItem"], attributes: { checked: { default: null, renderHTML: ({ checked }) => (checked === null ? {} : { "data-checked": String(checked) }), parseHTML: () => null } } },
    { types: ["codeBlock"], attributes: { meta: { default: null, rendered: false } } },
    { types: ["tableHeader", "tableCell"], attributes: { align: { default: null, renderHTML: ({ align }) => (align ? { align } : {}), parseHTML: (element) => element.getAttribute("align") } } },
  ],
});

const CalloutNode = Node.create<{ titles: Record<Callout, string> }>({
  name: "callout",
  group: "block",
  content: "block+",
  defining: true,
  addOptions: () => ({ titles: { note: "", tip: "", important: "", warning: "", caution: "" } }),
  addAttributes: () => ({
    kind: { default: "note", parseHTML: (element) => CALLOUTS.find((each) => each === element.dataset.callout) ?? "note", rendered: false },
  }),
  parseHTML: () => [{ tag: "div[data-callout]" }],
  renderHTML({ node, HTMLAttributes }) {
    const kind = node.attrs.kind as Callout;
    return ["div", mergeAttributes(HTMLAttributes, { "data-callout": kind, "data-title": this.options.titles[kind], class: `callout callout-${kind}` }), 0];
  },
  addCommands() {
    return {
      toggleCallout:
        (kind) =>
        ({ editor, commands }) => {
          if (editor.isActive("callout", { kind })) return commands.lift("callout");
          return editor.isActive("callout") ? commands.updateAttributes("callout", { kind }) : commands.wrapIn("callout", { kind });
        },
    };
  },
});

/** In the line, as Markdown has it. `pending`: it is on its way, and has no address yet. */
const Picture = Image.extend({
  addAttributes() {
    return {
      src: { default: null },
      alt: { default: "" },
      title: { default: null },
      pending: { default: null, renderHTML: ({ pending }) => (pending ? { "data-pending": pending } : {}), parseHTML: (element) => element.getAttribute("data-pending") },
    };
  },
  // Whatever way it comes in: only what this desk has, or is being given.
  parseHTML: () => [{ tag: "img", getAttrs: (element) => (element.hasAttribute("data-pending") || ownPicture(element.getAttribute("src") ?? "") ? null : false) }],
}).configure({ inline: true, allowBase64: false });
