// The ten slides of a content file, drawn with PptxGenJS: node draw.mjs content.json deck.pptx
import { readFileSync } from "node:fs";
import pptxgen from "pptxgenjs";

const [contentPath, deckPath] = process.argv.slice(2);
const content = JSON.parse(readFileSync(contentPath, "utf8"));
const deck = new pptxgen();
deck.layout = "LAYOUT_WIDE";

for (const part of content.slides) {
  const slide = deck.addSlide();
  slide.addText(part.title, { x: 0.6, y: 0.4, w: 12.1, h: 1, fontSize: part.kind === "title" ? 40 : 26, bold: true });
  if (part.kind === "title") {
    slide.addText(part.subtitle, { x: 0.6, y: 2.5, w: 12.1, h: 1, fontSize: 20 });
  } else if (part.kind === "bullets") {
    const runs = part.bullets.map((text) => ({ text, options: { bullet: true, breakLine: true, fontSize: 20 } }));
    slide.addText(runs, { x: 0.6, y: 1.6, w: 12.1, h: 5 });
  } else if (part.kind === "table") {
    slide.addTable([part.header, ...part.rows].map((row) => row.map((text) => ({ text }))), { x: 0.6, y: 1.8, w: 12.1, fontSize: 14 });
  } else if (part.kind === "chart") {
    const data = part.series.map((one) => ({ name: one.name, labels: part.categories, values: one.values }));
    slide.addChart(deck.charts.BAR, data, { x: 1, y: 1.8, w: 11, h: 5, barDir: "col" });
  } else if (part.kind === "diagram") {
    const places = {};
    for (const box of part.boxes) {
      const place = { x: 0.8 + 2.4 * box.col, y: 1.7 + 1.1 * box.row, w: 2.0, h: 0.7 };
      places[box.id] = place;
      slide.addText(box.label, { shape: deck.ShapeType.roundRect, ...place, fontSize: 12, align: "center", fill: { color: "1B4F8F" }, color: "FFFFFF" });
    }
    for (const edge of part.edges) {
      const [from, to] = Array.isArray(edge) ? edge : [edge.from, edge.to];
      const a = places[from], b = places[to];
      const x1 = a.x + a.w / 2, y1 = a.y + a.h, x2 = b.x + b.w / 2, y2 = b.y;
      slide.addShape(deck.ShapeType.line, { x: Math.min(x1, x2), y: y1, w: Math.abs(x2 - x1), h: Math.abs(y2 - y1), flipH: x2 < x1, line: { color: "4A5568", width: 1 } });
    }
  }
  slide.addNotes(part.notes);
}
await deck.writeFile({ fileName: deckPath });
