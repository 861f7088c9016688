import { deviceName, shortAddress } from "@/lib/auth/device";

it.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", "Edge", "Windows"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15", "Safari", "macOS"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox", "Linux"],
  ["Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36", "Samsung Internet", "Android"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0.0.0 Mobile/15E148 Safari/604.1", "Chrome", "iPhone"],
  ["curl/8.5.0", null, null],
  ["", null, null],
])("names what people know of %s", (userAgent, browser, system) => {
  expect(deviceName(userAgent)).toEqual({ browser, system });
});

it.each([
  ["203.0.113.45", "203.0.113.*"],
  ["::ffff:203.0.113.45", "203.0.113.*"],
  ["2001:db8:85a3:8d3:1319:8a2e:370:7348", "2001:db8:85a3:*"],
  ["2001:db8::1", "2001:db8:*"],
  ["::1", "::*"],
  ["unknown", ""],
  ["<script>", ""],
])("shortens %s to %s", (address, short) => {
  expect(shortAddress(address)).toBe(short);
});
