/** What shows articles and is kept whole, by its routes, so that no address has to be known. */
export const KEPT_PAGES = { layouts: ["/(public)/kb", "/(public)/faq"], pages: ["/", "/sitemap.xml", "/kb/feed.xml"] } as const;
