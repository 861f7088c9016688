/** The HTML of a message out of its text: paragraphs, line ends and addresses of the desk's own pages as links; nothing a person typed becomes a tag. */
export function mailHtml({ text, footer, appUrl, language }: { text: string; footer: string; appUrl: string; language: string }): string {
  const part = (piece: string, style: string) => piece.split(/\n{2,}/).map((paragraph) => `<p style="${style}">${linked(escaped(paragraph), appUrl).replaceAll("\n", "<br>\n")}</p>`).join("\n");
  return `<!DOCTYPE html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title></title></head>
<body style="margin:0;background:#f5f5f4">
<div style="max-width:36rem;margin:0 auto;padding:24px;background:#ffffff;color:#1c1917;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:16px;line-height:1.5">
${part(text, "margin:0 0 16px;overflow-wrap:anywhere")}
<hr style="border:0;border-top:1px solid #e7e5e4;margin:24px 0 16px">
${part(footer, "margin:0 0 12px;font-size:13px;color:#57534e;overflow-wrap:anywhere")}
</div>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}

/** Only what leads to this desk: an address that a person typed stays a text. */
function linked(html: string, appUrl: string): string {
  const own = escaped(appUrl).replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return html.replaceAll(new RegExp(`${own}/[\\w./~%?=&;:-]*[\\w/~%=-]`, "g"), (address) => `<a href="${address}" style="color:#1d4ed8">${address}</a>`);
}
