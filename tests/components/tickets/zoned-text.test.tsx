import { zonedText } from "@/components/tickets/zoned-text";
import { testEnvironment } from "@/tests/support/environment";

beforeAll(() => {
  Object.assign(process.env, testEnvironment("postgresql://unused"));
});

it("an instant is told with its zone, so that nobody has to ask where", () => {
  expect(zonedText("2026-11-18T19:40:05.123Z")).toBe("miércoles, 18 de noviembre de 2026, 13:40:05 (hora de la Ciudad de México, UTC−06:00)");
  expect(zonedText("2026-07-01T19:40:05Z", "America/Ciudad_Juarez")).toBe("miércoles, 1 de julio de 2026, 13:40:05 (hora de America/Ciudad Juarez, UTC−06:00)");
});
