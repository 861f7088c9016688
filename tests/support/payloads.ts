/** Runs when a payload gets through; the tests look for what it leaves behind. */
const CALL = "window.gotThrough=1";

/**
 * What somebody could type to run a script in another's browser: tags, attributes, addresses, Markdown, broken and nested markup,
 * templates, entities. Each fits into a subject.
 */
export const PAYLOADS: readonly string[] = [
  `<script>${CALL}</script>`,
  `"><script>${CALL}</script>`,
  `'><svg/onload=${CALL}>`,
  `<img src=x onerror=${CALL}>`,
  `<img src="x" onerror="${CALL}" alt="foto">`,
  `<IMG SRC=/x OnErRoR=${CALL}//`,
  `<svg><script>${CALL}</script></svg>`,
  `<svg><animate onbegin=${CALL} attributeName=x dur=1s>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${CALL}>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`,
  `<iframe src="javascript:parent.${CALL}"></iframe>`,
  `<object data="data:text/html,<script>${CALL}</script>"></object>`,
  `<embed src="javascript:${CALL}">`,
  `<body onload=${CALL}>`,
  `<details open ontoggle=${CALL}>x</details>`,
  `<input autofocus onfocus=${CALL}>`,
  `<video><source onerror=${CALL}></video>`,
  `<form action="javascript:${CALL}"><button>Enviar</button></form>`,
  `<button formaction="javascript:${CALL}">Enviar</button>`,
  `<a href="javascript:${CALL}">factura</a>`,
  `<base href="https://elsewhere.example/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${CALL}">`,
  `<link rel="stylesheet" href="https://elsewhere.example/x.css">`,
  `<style>@import "https://elsewhere.example/x.css";</style>`,
  `<div style="position:fixed;inset:0;background:url(javascript:${CALL})">x</div>`,
  `</title></textarea></script><script>${CALL}</script>`,
  `--><script>${CALL}</script><!--`,
  `<scr<script>ipt>${CALL}</scr</script>ipt>`,
  `&lt;script&gt;${CALL}&lt;/script&gt;<b onmouseover=${CALL}>x</b>`,
  `[factura](javascript:${CALL})`,
  `[factura](  JaVaScRiPt:${CALL} "título")`,
  `[factura](data:text/html;base64,PHNjcmlwdD5hPTE8L3NjcmlwdD4=)`,
  `![foto](x" onerror="${CALL})`,
  `<javascript:${CALL}> y <vbscript:x>`,
  `[a]: javascript:${CALL} "x"`,
  "```<script>window.gotThrough=1</script>```",
  `{{constructor.constructor('${CALL}')()}} \${${CALL}} <%= ${CALL} %>`,
  `\u2028<script>${CALL}</script>\u2029`,
  `<<SCRIPT>${CALL};//<</SCRIPT>`,
  `self.__next_f.push([1,"x"])</script><script>${CALL}</script>`,
];

/** In a page: what a payload became, if it became anything. Everything that the product itself renders passes. */
export function findMarkupOfPayloads(): string[] {
  const found: string[] = [];
  if ("gotThrough" in window) found.push("a script ran");
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on")) found.push(`${element.tagName} ${name}=${value}`);
      // The framework places its own announcer by script.
      if (name === "style" && value !== "" && element.localName !== "next-route-announcer") found.push(`${element.tagName} style=${value}`);
      // eslint-disable-next-line no-script-url -- what is looked for
      if (value.startsWith("javascript:throw new Error('A React form was unexpectedly submitted.")) continue; // React's own, never followed
      // eslint-disable-next-line no-script-url -- as above
      if (/^(href|src|action|formaction|data|srcdoc|xlink:href)$/.test(name) && /^\s*(javascript|vbscript|data):/i.test(value)) found.push(`${element.tagName} ${name}=${value}`);
      if (/^(href|src|action|data)$/.test(name) && new URL(value, location.href).hostname === "elsewhere.example") found.push(`${element.tagName} ${name}=${value}`);
    }
  }
  for (const element of document.querySelectorAll("iframe, object, embed, base, math, video, audio, style, meta[http-equiv=refresh]")) found.push(element.outerHTML.slice(0, 120));
  return found;
}
