/** A UUID that begins with the moment it was made (version 7), so that the server finds its day by the id alone. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let now = Date.now();
  for (let place = 5; place >= 0; place--) {
    bytes[place] = now % 256;
    now = Math.floor(now / 256);
  }

  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return [...bytes].map((byte, place) => (place === 4 || place === 6 || place === 8 || place === 10 ? "-" : "") + byte.toString(16).padStart(2, "0")).join("");
}
