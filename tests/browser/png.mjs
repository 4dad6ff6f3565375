// A screenshot as a PNG of few colours: these go into the program, so they must be small.
import zlib from 'node:zlib';

const COLOURS = 64;

const table = Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1; return n >>> 0; });
const crc = (bytes) => { let c = 0xffffffff; for (const b of bytes) c = table[(c ^ b) & 255] ^ (c >>> 8); return (c ^ 0xffffffff) >>> 0; };
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]), out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

/* The pixels of a PNG, by the browser itself: [width, height, RGBA]. */
async function pixels(browser, png) {
  const page = await browser.newPage();
  const [width, height, text] = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + base64;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const g = canvas.getContext('2d');
    g.drawImage(image, 0, 0);
    const data = g.getImageData(0, 0, canvas.width, canvas.height).data;
    let out = '';
    for (let i = 0; i < data.length; i += 30000) out += String.fromCharCode(...data.subarray(i, i + 30000));
    return [canvas.width, canvas.height, btoa(out)];
  }, png.toString('base64'));
  await page.close();
  return [width, height, Buffer.from(text, 'base64')];
}

/* The colours that occur most, each standing for those close to it. */
function paletteOf(rgba) {
  const near = new Map();
  for (let i = 0; i < rgba.length; i += 4) {
    const rgb = (rgba[i] << 16) | (rgba[i + 1] << 8) | rgba[i + 2], key = rgb & 0xf0f0f0;
    if (!near.has(key)) near.set(key, new Map());
    near.get(key).set(rgb, (near.get(key).get(rgb) ?? 0) + 1);
  }
  const groups = [...near.values()].map((g) => {
    const most = [...g.entries()].sort((x, y) => y[1] - x[1])[0][0];
    return [most, [...g.values()].reduce((x, y) => x + y, 0)];
  });
  return groups.sort((x, y) => y[1] - x[1]).slice(0, COLOURS).map((g) => g[0]);
}

export async function palettePng(browser, png) {
  const [width, height, rgba] = await pixels(browser, png);
  const palette = paletteOf(rgba), known = new Map(), rows = Buffer.alloc((width + 1) * height);
  const nearest = (rgb) => {
    let best = 0, least = Infinity;
    palette.forEach((p, n) => {
      const d = ((p >> 16) - (rgb >> 16)) ** 2 + (((p >> 8) & 255) - ((rgb >> 8) & 255)) ** 2 + ((p & 255) - (rgb & 255)) ** 2;
      if (d < least) [best, least] = [n, d];
    });
    return best;
  };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = 4 * (y * width + x), rgb = (rgba[i] << 16) | (rgba[i + 1] << 8) | rgba[i + 2];
      if (!known.has(rgb)) known.set(rgb, nearest(rgb));
      rows[y * (width + 1) + 1 + x] = known.get(rgb);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);       // 8 bits, palette
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('PLTE', Buffer.from(palette.flatMap((p) => [p >> 16, (p >> 8) & 255, p & 255]))),
    chunk('IDAT', zlib.deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}
