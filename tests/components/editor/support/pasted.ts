type Case = { html: string; markdown: string };

const WORD_HEAD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- @font-face {font-family:Calibri;} p.MsoNormal {margin:0cm;} --></style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:"Tabla normal";}</style><![endif]--></head>
<body lang=ES-MX style='tab-interval:35.4pt;word-wrap:break-word'><!--StartFragment-->`;
const word = (body: string) => `${WORD_HEAD}${body}<!--EndFragment--></body></html>`;
const item = (text: string, { list = "l0", level = 1, mark = "·", place = "Middle" } = {}) =>
  `<p class=MsoListParagraphCxSp${place} style='margin-left:${36 * level}.0pt;text-indent:-18.0pt;mso-list:${list} level${level} lfo1'><![if !supportLists]><span lang=ES-MX style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=ES-MX>${text}<o:p></o:p></span></p>`;

export const WORD: Record<string, Case> = {
  "paragraphs, marks and a heading": {
    html: word(`<h1><span lang=ES-MX>Cambiar su\n contraseña<o:p></o:p></span></h1>
<p class=MsoNormal><span lang=ES-MX>Abra el <b style='mso-bidi-font-weight:normal'>panel</b> y elija <i>Correo</i>.&nbsp; Luego <span style='text-decoration:line-through'>cierre</span>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><span style='font-weight:bold'>Listo</span></p>`),
    markdown: "## Cambiar su contraseña\n\nAbra el **panel** y elija *Correo*. Luego ~~cierre~~.\n\n**Listo**",
  },
  "smart tags": {
    html: word(`<p class=MsoNormal>Visite <st1:place w:st="on"><st1:City w:st="on">Monterrey</st1:City></st1:place> en <st1:date Year="2026" w:st="on">noviembre</st1:date>.</p>`),
    markdown: "Visite Monterrey en noviembre.",
  },
  "a list that is paragraphs with bullets": {
    html: word(`<p class=MsoNormal>Necesita:</p>${item("uno", { place: "First" })}\n${item("dos <b>fuerte</b>")}\n${item("tres", { place: "Last" })}<p class=MsoNormal>Fin</p>`),
    markdown: "Necesita:\n\n- uno\n- dos **fuerte**\n- tres\n\nFin",
  },
  "steps with a list within": {
    html: word([item("Abra", { mark: "1." }), item("el panel", { level: 2, mark: "o" }), item("el correo", { level: 2, mark: "o" }), item("Cierre", { mark: "2." })].join("\n")),
    markdown: "1. Abra\n   - el panel\n   - el correo\n2. Cierre",
  },
  "steps that go on from another number": { html: word(item("Cuarto", { mark: "4." }) + item("Quinto", { mark: "5." })), markdown: "4. Cuarto\n5. Quinto" },
  "two lists after each other": { html: word(item("a") + item("b", { list: "l1", mark: "1." })), markdown: "- a\n\n1. b" },
  "a list without Word's own marks, as its page on the web gives it": {
    html: "<p class=\"MsoListParagraph\" style=\"mso-list:l2 level1 lfo3\">1.&nbsp;&nbsp;&nbsp; Abra</p><p class=\"MsoListParagraph\" style=\"mso-list:l2 level1 lfo3\">2.&nbsp;&nbsp;&nbsp; Cierre</p>",
    markdown: "1. Abra\n2. Cierre",
  },
  "a table with a cell over two columns": {
    html: word(`<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-table-layout-alt:fixed'>
 <tr style='mso-yfti-irow:0'><td width=200 valign=top style='width:150pt'><p class=MsoNormal><b>Plan</b><o:p></o:p></p></td><td><p class=MsoNormal>Espacio<o:p></o:p></p></td></tr>
 <tr><td><p class=MsoNormal>Básico</p></td><td><p class=MsoNormal>5 GB</p><p class=MsoNormal>10 buzones</p></td></tr>
 <tr><td colspan=2><p class=MsoNormal>Todo con | respaldo</p></td></tr></table>`),
    markdown: "| **Plan**             | Espacio             |\n| -------------------- | ------------------- |\n| Básico               | 5 GB&#xA;10 buzones |\n| Todo con \\| respaldo |                     |",
  },
};

const docs = (body: string) => `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-7f3c2a10-7fff-1234-9abc-0123456789ab">${body}</b><br class="Apple-interchange-newline">`;
const span = (text: string, style = "") => `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;font-style:normal;font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre-wrap;${style}">${text}</span>`;

export const DOCS: Record<string, Case> = {
  "a text that is bold only where it says so": {
    html: docs(`<p dir="ltr" style="line-height:1.38;margin-top:0pt;">${span("Elija ")}${span("Correo", "font-weight:700;").replace("font-weight:400;", "")}${span(" y ")}${span("espere", "font-style:italic;").replace("font-style:normal;", "")}${span(".")}</p><br /><h2 dir="ltr" style="line-height:1.38;">${span("Después")}</h2><p dir="ltr"><a href="https://panel.example/a" style="text-decoration:none;">${span("Panel")}</a></p>`),
    markdown: "Elija **Correo** y *espere*.\n\n## Después\n\n[Panel](https://panel.example/a)",
  },
  "a list within a list, which stands beside its item": {
    html: docs(`<ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation">${span("uno")}</p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation">${span("uno punto uno")}</p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation">${span("dos")}</p></li></ul>`),
    markdown: "- uno\n  - uno punto uno\n- dos",
  },
  "steps": { html: docs(`<ol><li dir="ltr"><p dir="ltr" role="presentation">${span("Abra")}</p></li><li dir="ltr"><p dir="ltr" role="presentation">${span("Cierre")}</p></li></ol>`), markdown: "1. Abra\n2. Cierre" },
  "a table": {
    html: docs(`<div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="100"><col width="100"></colgroup><tbody><tr style="height:0pt"><td style="border-left:solid #000 1pt;"><p dir="ltr">${span("a")}</p></td><td><p dir="ltr">${span("b")}</p></td></tr><tr><td><p dir="ltr">${span("1")}</p></td><td><p dir="ltr">${span("2")}</p></td></tr></tbody></table></div>`),
    markdown: "| a | b |\n| - | - |\n| 1 | 2 |",
  },
};

export const PAGES: Record<string, Case> = {
  "an article of a page": {
    html: `<article class="post"><header><h1 style="color:red">Título</h1></header><div><div>Uno<br>dos</div><p onclick="x()">Un <a href="javascript:alert(1)">enlace</a> y <a href="/kb?a=1">otro</a>.</p></div><script>x()</script><style>p{}</style><hr><blockquote><p>Cita</p></blockquote><pre class="highlight language-bash"><code><span class="k">ls</span> -l\n  x</code></pre></article>`,
    markdown: "## Título\n\nUno\ndos\n\nUn enlace y [otro](/kb?a=1).\n\n---\n\n> Cita\n\n```bash\nls -l\n  x\n```",
  },
  "headings deeper than the desk's": { html: "<h4>a</h4><h6>b</h6>", markdown: "#### a\n\n#### b" },
  "what is hidden": { html: '<p>a<span style="display:none">oculto</span><!-- nota -->b</p>', markdown: "ab" },
  "a table that only places things": { html: "<table><tr><td><h2>a</h2><p>b</p></td></tr></table>", markdown: "## a\n\nb" },
  "a table within a table, and a list in a cell": { html: "<table><tr><th>a</th><th>b</th></tr><tr><td><ul><li>x</li><li>y</li></ul></td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>", markdown: "| a           | b       |\n| ----------- | ------- |\n| • x&#xA;• y | 1&#xA;2 |" },
  "a cell over two rows": { html: "<table><tr><th>a</th><th>b</th></tr><tr><td rowspan=2>x</td><td>1</td></tr><tr><td>2</td></tr></table>", markdown: "| a | b |\n| - | - |\n| x | 1 |\n|   | 2 |" },
  "words only": { html: "hola <b>a</b> todos", markdown: "hola **a** todos" },
  "an address that would be Markdown": { html: "<p># no * es _título_ [x](y)</p>", markdown: "\\# no \\* es \\_título\\_ \\[x]\\(y)" },
};
