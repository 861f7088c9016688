import type { Metadata } from "next";
import { Container } from "@/components/layout/container";
import { KnowledgeSearch } from "@/components/kb/knowledge-search";
import { publicContext } from "@/lib/actions/context";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { listFaq } from "@/lib/kb/faq-queries";
import { getSlaInForce } from "@/lib/sla/queries";
import { loadLists } from "../_knowledge/load-lists";
import { AreaBanners } from "./_components/area-banners";
import { DeskStatus } from "./_components/desk-status";
import { HomeAdvice } from "./_components/home-advice";
import { HomeArticles } from "./_components/home-articles";
import { HomeFaq } from "./_components/home-faq";
import { HomeTimes } from "./_components/home-times";
import { HomeWays } from "./_components/home-ways";
import { JsonLd } from "./_components/json-ld";
import { pageMetadata } from "./_data/metadata";
import { searchWords } from "./_data/search-words";
import { searchableSite } from "./_data/structured-data";

export const revalidate = 60;

export function generateMetadata(): Metadata {
  const t = getTranslator("public");
  const metadata = pageMetadata({ title: t("brand.site"), description: t("brand.description"), path: "/" });
  return { ...metadata, title: { absolute: t("brand.site") } };
}

export default async function HomePage() {
  const t = getTranslator("public");
  const ctx = publicContext();
  const [sla, { mostRead, newest }, faq] = await Promise.all([
    getSlaInForce(ctx),
    loadLists(ctx, "public"),
    listFaq(ctx),
  ]);
  return (
    <>
      <JsonLd data={searchableSite(env().APP_URL, t("brand.site"))} />
      <AreaBanners area="home" />
      <Container className="pt-10 pb-4 sm:pt-16">
        <DeskStatus calendar={sla.calendar} now={ctx.now} />
        <h1 className="mt-3 text-xl font-semibold sm:text-2xl">{t("home.title")}</h1>
        <div className="mt-5 max-w-3xl sm:mt-6">
          <KnowledgeSearch id="buscar" words={searchWords("home")} size="lg" />
        </div>
        <HomeWays />
      </Container>
      <Container className="mt-12 space-y-16 sm:mt-16 sm:space-y-20">
        <HomeTimes sla={sla} />
        <HomeAdvice />
        <HomeArticles columns={[...mostRead.slice(0, 1), newest]} />
        <HomeFaq groups={faq} />
      </Container>
    </>
  );
}
