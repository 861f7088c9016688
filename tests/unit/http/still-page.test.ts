import { stillPage } from "@/lib/http/still-page";

const STILL = '<script type="module" src="/enhance.js" data-still=""></script>';
const FRAMEWORK = '<script src="/_next/static/chunks/a.js" async=""></script><script>self.__next_f.push([1,"x"])</script><script id="_R_" src="/b.js"></script>';
const DATA = '<script type="application/ld+json">{"@type":"Article"}</script>';

it("takes the framework's scripts out and leaves data and its own", () => {
  expect(stillPage(`<body>${FRAMEWORK}<p>Hola</p>${DATA}${STILL}</body>`)).toBe(`<body><p>Hola</p>${DATA}${STILL}</body>`);
});

it("takes the preloads of scripts out, and leaves those of fonts and sheets", () => {
  const font = '<link rel="preload" href="/i.woff2" as="font" crossorigin="" type="font/woff2"/>';
  expect(stillPage(`${font}<link rel="preload" as="script" fetchPriority="low" href="/a.js"/>${STILL}`)).toBe(font + STILL);
});

it("leaves a page without the mark as it is", () => {
  expect(stillPage(`<body>${FRAMEWORK}</body>`)).toBe(`<body>${FRAMEWORK}</body>`);
});

it("does not take a text about the mark for the mark", () => {
  const page = `<body><p>data-still &#x3C;script data-still></p>${FRAMEWORK}</body>`;
  expect(stillPage(page)).toBe(page);
});
