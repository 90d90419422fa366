// Files made from what the page holds.

/** The whole graph at twice its size, on the page's ground. */
function drawWhole() {
  const { shown } = drawn();
  const canvas = find("#canvas canvas");
  const box = find("#canvas");
  const spots = Object.values(network.getPositions([...shown]));
  const before = { position: network.getViewPosition(), scale: network.getScale() };
  const width = Math.max(400, ...spots.map(({ x }) => Math.abs(x) * 2 + 260)), height = Math.max(300, ...spots.map(({ y }) => Math.abs(y) * 2 + 200));
  const factor = Math.min(2, 8000 / Math.max(width, height)) / (window.devicePixelRatio || 1);
  Object.assign(box.style, { width: `${width * factor}px`, height: `${height * factor}px` });
  network.setSize(`${width * factor}px`, `${height * factor}px`);
  network.moveTo({ position: { x: 0, y: 0 }, scale: factor, animation: false });
  network.redraw();
  const copy = element("canvas", { width: canvas.width, height: canvas.height });
  const pen = copy.getContext("2d");
  pen.fillStyle = colour("ground");
  pen.fillRect(0, 0, copy.width, copy.height);
  pen.drawImage(canvas, 0, 0);
  Object.assign(box.style, { width: "", height: "" });
  network.setSize("100%", "100%");
  network.redraw();
  network.moveTo({ ...before, animation: false });
  return copy;
}

/** A cell that no spreadsheet takes for a formula. */
function cell(value) {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function csv() {
  const head = ["subject", "property", "object", "status", "derivation", "confidence", "says", "article", "published by", "date", "words", "statement"];
  const lines = data.facts.flatMap((fact) => fact.claims.map((claim) => {
    const article = data.articles[articleOf(claim)];
    return [data.things[fact.subject].label, fact.words, fact.value, claim.modality, claim.derivation, claim.confidence, claim.speaker,
      article.title, article.publisher, article.date, wordsOf(claim.spans), claim.key];
  }));
  return `\ufeff${[head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

function download(blob, ending) {
  const stem = data.title.normalize("NFKD").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60).toLowerCase() || "article";
  const link = element("a", { href: URL.createObjectURL(blob), download: `${stem}.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** The file that stands in the page as gzip in base64. */
async function unpacked(packed, type) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Blob([await new Response(stream).arrayBuffer()], { type });
}

const SAVES = {
  png: () => drawWhole().toBlob((blob) => download(blob, "png")),
  csv: () => download(new Blob([csv()], { type: "text/csv" }), "csv"),
  ttl: () => unpacked(data.turtle, "text/turtle").then((blob) => download(blob, "ttl")),
  jsonld: () => unpacked(data.jsonld, "application/ld+json").then((blob) => download(blob, "jsonld")),
};

/** Paper is light, whatever the screen is. */
function printPicture() {
  if (!find("#canvas").offsetWidth) return;
  const root = document.documentElement;
  const theme = root.dataset.theme;
  root.dataset.theme = "light";
  paint();
  find("#still").src = drawWhole().toDataURL("image/png");
  if (theme) root.dataset.theme = theme; else delete root.dataset.theme;
  paint();
}

function startSave() {
  for (const one of findAll("[data-save]")) one.onclick = SAVES[one.dataset.save];
  addEventListener("beforeprint", printPicture);
}
