import fc from "fast-check";
import { renderDocument, renderMarkdown } from "@/lib/markdown/render";

const PAYLOADS = [
  "<script>alert(1)</script>",
  "<ScRiPt>alert(1)</sCrIpT>",
  "<script src=//evil.example/x.js></script>",
  "<img src=x onerror=alert(1)>",
  "<img src=x onerror=alert(1)//",
  "<svg onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "<iframe srcdoc='<script>alert(1)</script>'>",
  "<object data=javascript:alert(1)>",
  "<body onload=alert(1)>",
  "<details open ontoggle=alert(1)>",
  "<a href=javascript:alert(1)>x</a>",
  "<form action=javascript:alert(1)><button>x</button></form>",
  "<input autofocus onfocus=alert(1)>",
  "<style>@import 'javascript:alert(1)';</style>",
  "<link rel=stylesheet href=//evil.example/x.css>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
  "<base href=//evil.example/>",
  "<template><script>alert(1)</script></template>",
  "<!--<script>alert(1)</script>-->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?php echo '<script>alert(1)</script>' ?>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\nscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](&#x6A;avascript&colon;alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](<javascript:alert(1)>)",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](vbscript:msgbox(1))",
  "[x](file:///etc/passwd)",
  "[x][r]\n\n[r]: javascript:alert(1)",
  "<javascript:alert(1)>",
  '[x](https://a.example "onmouseover=alert(1) \\" onclick=alert(1)")',
  '![x](https://a.example/" onerror="alert(1))',
  "![x](javascript:alert(1))",
  "![](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)",
  "```html onload=alert(1)\n<script>alert(1)</script>\n```",
  "```\"><script>alert(1)</script>\nx\n```",
  "`<script>alert(1)</script>`",
  "```html\"onload=alert(1)\nx\n```",
  "~~~ js<script>\nx\n~~~",
  "> [!NOTE]<script>alert(1)</script>\n> x",
  "> [!NOTE] <img src=x onerror=alert(1)>\n> x",
  "> [!WARNING]\n> <script>alert(1)</script>\n> [x](javascript:alert(1))",
  '![<script>alert(1)</script>](/api/files/00000000-0000-4000-8000-000000000001#10x10 "\\"onload=alert(1)")',
  "![x](/api/files/00000000-0000-4000-8000-000000000001#1x1\"onerror=alert(1))",
  '<div data-callout="note" class="callout" role="note">x</div>',
  "|<script>alert(1)</script>|\n|-|\n|<img src=x onerror=alert(1)>|",
  "# <img src=x onerror=alert(1)>",
  "## x {#id onclick=alert(1)}",
  "- [x](javascript:alert(1))\n- <script>alert(1)</script>",
  "[^<script>]: <script>alert(1)</script>\n\n[^<script>]",
  "a\u0000<script>alert(1)</script>",
  "\ud800<script>alert(1)</script>",
  "<a\u0000 href=javascript:alert(1)>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
];

/** All tags that come out, with their attributes: nothing but what is listed here may ever appear. */
const TAG = /<(\/?)([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/gi;
const ALLOWED: Record<string, readonly string[]> = {
  a: ["href", "title", "rel"], blockquote: [], br: [], code: [], del: [], div: ["class", "role", "tabindex"], em: [], h2: ["id"], h3: ["id"], h4: ["id"], h5: ["id"], h6: ["id"],
  hr: [], img: ["src", "alt", "title", "width", "height", "loading", "decoding"], li: [], ol: ["start"], p: ["class"], pre: ["tabindex", "data-language"], span: [], strong: [], table: [], tbody: [],
  td: ["align"], th: ["align"], thead: [], tr: [], ul: [],
};

function complaintsAbout(html: string): string[] {
  const rest = html.replace(TAG, (_tag, closing: string, name: string, attributes: string) => {
    const allowed = ALLOWED[name.toLowerCase()];
    if (!allowed) return `{tag ${name}}`;
    const names = [...attributes.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)];
    const unknown = names.filter(([, attribute = ""]) => !allowed.includes(attribute) || closing === "/").map(([, attribute]) => `{attribute ${attribute}}`);
    const address = names.filter(([, attribute, value = ""]) => attribute === "href" && !/^(?:https?:|mailto:|tel:|[/#?.]|[^:]*$)/i.test(value));
    return [...unknown, ...address.map(([, , value]) => `{address ${value}}`)].join("");
  });
  return [...(rest.match(/\{(?:tag|attribute|address)[^}]*\}/g) ?? []), ...(/<[a-z!/?]/i.test(rest) ? [`{raw ${/<[a-z!/?].{0,30}/i.exec(rest)?.[0]}}`] : [])];
}

it.each(PAYLOADS)("comes out harmless: %j", (payload) => {
  expect(complaintsAbout(renderMarkdown(payload))).toEqual([]);
  expect(complaintsAbout(renderDocument(payload).html)).toEqual([]);
});

it("comes out harmless when payloads meet each other and marks", () => {
  const pieces = fc.constantFrom(...PAYLOADS, "\n", "\n\n", "> ", "- ", "1. ", "|", "|-|-|", "*", "**", "`", "```", "[", "](", ")", "<", ">", '"', "'", "&", "\\", "~~", "#");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      expect(complaintsAbout(renderMarkdown(parts.join("")))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

it("finds what it looks for", () => {
  expect(complaintsAbout('<script>x</script><a href="javascript:x" onclick="y">')).toEqual([
    "{tag script}", "{tag script}", "{attribute onclick}", "{address javascript:x}",
  ]);
});
