import { getTranslator } from "@/lib/i18n/translator";

export interface EnvironmentWords {
  title: string;
  consent: string;
  hint: string;
  caption: string;
  page: string;
  pageHint: string;
  browser: string;
  screen: string;
  /** With {screenWidth} and its like in it. */
  screenValue: string;
  at: string;
}

export function environmentWords(): EnvironmentWords {
  const t = getTranslator("screenshot");
  return {
    title: t("environment.title"),
    consent: t("environment.consent"),
    hint: t("environment.hint"),
    caption: t("environment.caption"),
    page: t("environment.page"),
    pageHint: t("environment.pageHint"),
    browser: t("environment.browser"),
    screen: t("environment.screen"),
    // The browser fills in the numbers.
    screenValue: t("environment.screenValue", { screenWidth: "{screenWidth}", screenHeight: "{screenHeight}", windowWidth: "{windowWidth}", windowHeight: "{windowHeight}" }),
    at: t("environment.at"),
  };
}
