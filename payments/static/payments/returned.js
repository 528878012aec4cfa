// The page that waits for a payment's confirmation looks again by itself, for a minute.
const KEY = `payment ${location.pathname}`;
const looks = Number(sessionStorage.getItem(KEY) ?? 0);
if (looks < 15) {
  sessionStorage.setItem(KEY, String(looks + 1));
  setTimeout(() => location.reload(), 4000);
}
